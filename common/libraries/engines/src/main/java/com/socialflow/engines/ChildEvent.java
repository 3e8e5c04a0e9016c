package com.socialflow.engines;

import java.time.Duration;

/** What happens to a supervised child. */
public sealed interface ChildEvent {

    /** It does its work. */
    record Ready(long pid, Duration took) implements ChildEvent {}

    /** It died and is started again after the pause. */
    record Died(String reason, Duration pause) implements ChildEvent {}

    /** It is not started again. */
    record GivenUp(String reason) implements ChildEvent {}

    /** It was stopped on purpose. */
    record Stopped() implements ChildEvent {}
}
