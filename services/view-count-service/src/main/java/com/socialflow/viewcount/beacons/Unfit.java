package com.socialflow.viewcount.beacons;

/** One beacon, or impression, that cannot be taken, while the others of its request can. */
public final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** With a stable kebab-case code. Expected and never looked at, so that it has no stack. */
    public Unfit(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /** What is wrong. */
    public String code() {
        return code;
    }
}
