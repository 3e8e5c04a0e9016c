package com.socialflow.views;

import java.util.Optional;

/** What a crowd's views are, all together, besides what each of them is alone. */
public sealed interface Verdict {

    /** Nothing speaks against them. */
    record Plausible() implements Verdict {}

    /** None of them counts. */
    record Rejected(Reason reason) implements Verdict {}

    /** Why the view does not count, for itself or for its crowd; empty when it does. */
    default Optional<Reason> reasonOf(View view) {
        return view.reason().or(() -> switch (this) {
            case Plausible() -> Optional.empty();
            case Rejected(var reason) -> Optional.of(reason);
        });
    }
}
