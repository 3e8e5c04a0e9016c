package com.socialflow.user.registration;

import com.socialflow.user.PrivacySettings;
import com.socialflow.user.passwords.PasswordRules;
import com.socialflow.user.registration.OfferedProviders.Offered;
import com.socialflow.user.registration.PublishedPolicies.Published;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a form for registering has to know. */
@Component
class RegistrationPage {

    private final Modes modes;
    private final PasswordRules passwords;
    private final PrivacySettings privacy;
    private final ObjectProvider<OfferedProviders> providers;
    private final ObjectProvider<PublishedPolicies> policies;

    RegistrationPage(
            Modes modes,
            PasswordRules passwords,
            PrivacySettings privacy,
            ObjectProvider<OfferedProviders> providers,
            ObjectProvider<PublishedPolicies> policies) {
        this.modes = modes;
        this.passwords = passwords;
        this.privacy = privacy;
        this.providers = providers;
        this.policies = policies;
    }

    /**
     * As it is now.
     *
     * @param minimumAge years; below it a parent has to agree
     * @param passwordMin characters
     * @param passwordMax characters
     */
    record Facts(
            String mode,
            int minimumAge,
            int passwordMin,
            int passwordMax,
            List<Offered> providers,
            List<Published> policies) {}

    Facts facts() {
        return new Facts(
                modes.current().text(),
                privacy.requireParentBelow(),
                passwords.lengthMin(),
                PasswordRules.LENGTH_MAX,
                providers
                        .orderedStream()
                        .flatMap(known -> known.providers().stream())
                        .toList(),
                policies.orderedStream()
                        .flatMap(known -> known.policies().stream())
                        .toList());
    }
}
