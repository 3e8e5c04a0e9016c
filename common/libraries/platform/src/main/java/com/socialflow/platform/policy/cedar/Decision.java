package com.socialflow.platform.policy.cedar;

/** What the policies say to a request. */
public sealed interface Decision {

    /** A policy permits it and none forbids it. */
    record Permitted(Policy by) implements Decision {}

    /** A policy forbids it, whatever others permit. */
    record Forbidden(Policy by) implements Decision {}

    /** No policy permits it, which is as good as forbidden. */
    record NotPermitted() implements Decision {}
}
