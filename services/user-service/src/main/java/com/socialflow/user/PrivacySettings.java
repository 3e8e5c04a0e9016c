package com.socialflow.user;

import static com.socialflow.core.Require.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people may ask of us about themselves, and from which age on.
 *
 * @param grace between a person's wish to leave and the erasure: the time to think again
 * @param exportKept how long an archive of a person's data can be fetched
 * @param requireParentBelow years; under it nobody registers without a parent (COPPA: at least 13)
 * @param digitalConsentAge years; under it a person's own consent is not enough (GDPR, article 8: 13 to 16)
 */
@ConfigurationProperties("socialflow.privacy")
public record PrivacySettings(
        @DefaultValue("30d") Duration grace,
        @DefaultValue("7d") Duration exportKept,
        @DefaultValue("13") int requireParentBelow,
        @DefaultValue("16") int digitalConsentAge) {

    private static final int ADULT = 18;
    private static final int COPPA = 13;
    private static final int GDPR_MAX = 16;

    public PrivacySettings {
        require(!grace.isNegative(), "socialflow.privacy.grace is not negative");
        require(exportKept.isPositive(), "socialflow.privacy.export-kept is longer than nothing");
        require(
                requireParentBelow >= COPPA && requireParentBelow <= ADULT,
                "socialflow.privacy.require-parent-below is from %d to %d",
                COPPA,
                ADULT);
        require(
                digitalConsentAge >= COPPA && digitalConsentAge <= GDPR_MAX,
                "socialflow.privacy.digital-consent-age is from %d to %d",
                COPPA,
                GDPR_MAX);
    }
}
