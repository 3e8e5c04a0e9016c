package com.socialflow.user.consents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people are asked for. */
public enum Purpose {
    /** To use the place at all. */
    TERMS,
    /** To have read what is done with personal data. */
    PRIVACY,
    PERSONALISED_ADS,
    /** California Consumer Privacy Act, section 1798.120. */
    SALE_OR_SHARING,
    MARKETING_EMAIL;

    /** As the database and the API write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The purpose of that name. */
    static Optional<Purpose> find(String text) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.text().equals(text))
                .findFirst();
    }

    /** Whether an account cannot be without it. */
    boolean needed() {
        return this == TERMS || this == PRIVACY;
    }

    /** What a Global Privacy Control refuses. */
    boolean refusedBySignal() {
        return this == PERSONALISED_ADS || this == SALE_OR_SHARING;
    }

    /** What nobody under 18 is asked for (Regulation (EU) 2022/2065, article 28; 1798.120 (c)). */
    boolean forAdults() {
        return this == PERSONALISED_ADS || this == SALE_OR_SHARING;
    }
}
