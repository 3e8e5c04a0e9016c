package com.socialflow.viewcount.beacons;

/** One beacon that cannot be taken, while the others of its request can. */
final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** With a stable kebab-case code. Expected and never looked at, so that it has no stack. */
    Unfit(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
