package com.socialflow.user.accounts;

import java.time.LocalDate;

/** How old somebody is, as coarse as rules for the young need it. */
public enum AgeBand {
    /** Under 13 (COPPA). */
    CHILD,
    /** Under 18. */
    TEEN,
    ADULT;

    private static final int TEEN_MIN = 13;
    private static final int ADULT_MIN = 18;

    /** The band of somebody who was born then. */
    public static AgeBand of(LocalDate birthDate, LocalDate today) {
        if (birthDate.plusYears(TEEN_MIN).isAfter(today)) {
            return CHILD;
        }
        return birthDate.plusYears(ADULT_MIN).isAfter(today) ? TEEN : ADULT;
    }
}
