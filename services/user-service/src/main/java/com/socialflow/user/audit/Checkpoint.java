package com.socialflow.user.audit;

import static com.socialflow.core.Require.require;

import java.util.Base64;
import java.util.Optional;

/**
 * The head of the tree at one size, as its signed text says it: C2SP tlog-checkpoint.
 *
 * @param origin names the log
 */
record Checkpoint(String origin, long size, byte[] head) {

    Checkpoint {
        require(!origin.isEmpty() && !origin.contains("\n"), "the name of a log is one line");
        require(head.length == Hashes.BYTES, "a head has %d bytes", Hashes.BYTES);
    }

    /** What is signed: three lines. */
    String text() {
        return "%s\n%d\n%s\n".formatted(origin, size, Base64.getEncoder().encodeToString(head));
    }

    /** The checkpoint that the text is; lines after the third are somebody's extensions. */
    static Optional<Checkpoint> parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        try {
            var head = Base64.getDecoder().decode(lines[2]);
            return head.length == Hashes.BYTES
                    ? Optional.of(new Checkpoint(lines[0], Long.parseLong(lines[1]), head))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
