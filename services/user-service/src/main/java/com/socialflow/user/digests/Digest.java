package com.socialflow.user.digests;

import static com.socialflow.core.Require.require;

import com.socialflow.core.AccountId;
import java.util.List;

/**
 * What somebody missed.
 *
 * @param id by which the caller knows it
 * @param unread how many notifications
 * @param items the newest of them
 * @param unsubscribePath from the root of the public address on
 */
record Digest(long id, AccountId account, int unread, List<Item> items, String unsubscribePath) {

    /** What fits into a letter that somebody reads. */
    static final int ITEMS_MAX = 5;

    Digest {
        require(unsubscribePath.startsWith("/") && !unsubscribePath.startsWith("//"), "a path begins at the root");
        items = items.stream().limit(ITEMS_MAX).toList();
    }

    /**
     * One notification.
     *
     * @param who empty: nobody did it
     * @param others how many did it too
     * @param text may be empty
     */
    record Item(String kind, String who, int others, String text) {}
}
