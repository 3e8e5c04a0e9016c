package com.socialflow.social.messages;

/** What came of writing to somebody. */
sealed interface SendOutcome {

    record Sent(Message message) implements SendOutcome {}

    /** There is no such conversation for this person, or no such other person. */
    record NotFound() implements SendOutcome {}

    /** Somebody of them is not to be written to by this person; who and why is not told. */
    record Unreachable() implements SendOutcome {}

    /** The other has not accepted yet, and enough was said until then. */
    record AwaitingAcceptance() implements SendOutcome {}
}
