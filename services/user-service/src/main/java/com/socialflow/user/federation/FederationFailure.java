package com.socialflow.user.federation;

/** Signing in with a provider can't go on. What exactly happened goes to the log, not to the browser. */
final class FederationFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What a person is told. */
    enum Reason {
        /** It does not answer, or with nothing that makes sense. */
        PROVIDER_UNAVAILABLE("provider-unavailable"),

        /** It, or the person there, does not want to. */
        PROVIDER_REFUSED("provider-refused"),

        /** What came back is not proof enough. */
        PROVIDER_NOT_BELIEVED("provider-not-believed"),

        /** Begun in another browser, too long ago, or ended already. */
        NOT_BEGUN_HERE("sign-in-expired");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    FederationFailure(Reason reason, String what) {
        super(what, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
