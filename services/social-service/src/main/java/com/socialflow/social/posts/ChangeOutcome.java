package com.socialflow.social.posts;

/** What came of changing a post. */
sealed interface ChangeOutcome {

    record Changed() implements ChangeOutcome {}

    record NotFound() implements ChangeOutcome {}

    record Refused() implements ChangeOutcome {}

    /** The version that the change was made against is not the present one. */
    record ChangedMeanwhile() implements ChangeOutcome {}
}
