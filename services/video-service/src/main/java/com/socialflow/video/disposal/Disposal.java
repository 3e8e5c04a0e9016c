package com.socialflow.video.disposal;

import static com.socialflow.core.Require.require;

import java.time.Instant;

/**
 * Stored objects to remove.
 *
 * @param objects one key, or with a slash at its end everything under it
 * @param lastPassAt after a pass at or after this moment nothing can come any more
 */
record Disposal(long id, String objects, int attempts, Instant lastPassAt) {

    Disposal {
        require(objects.indexOf('/') > 0 && objects.indexOf('/') < objects.length() - 1, "too wide: %s", objects);
    }

    boolean everythingUnder() {
        return objects.endsWith("/");
    }
}
