package com.socialflow.viewcount.counts;

import com.socialflow.views.CrowdKey;
import com.socialflow.views.View;
import com.socialflow.views.ViewRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The crowds of a batch: as they were read, and as they become. */
final class ViewCrowds {

    private final ViewRule rule;
    private final Map<CrowdKey, byte[]> read = new HashMap<>();
    private final Map<CrowdKey, CrowdState> changed = new LinkedHashMap<>();

    ViewCrowds(ViewRule rule) {
        this.rule = rule;
    }

    void read(CrowdKey key, byte[] bytes) {
        read.put(key, bytes);
    }

    /** Those of these that were not read. */
    List<CrowdKey> missing(Collection<CrowdKey> wanted) {
        return wanted.stream().filter(key -> !read.containsKey(key)).distinct().toList();
    }

    /** A view comes, or goes when {@code times} is -1. */
    void change(CrowdKey key, View view, int times) {
        changed.put(key, now(key).plus(view, times));
    }

    /** Those that changed, as they are now. */
    Map<CrowdKey, CrowdState> changed() {
        return changed;
    }

    /** As it was read; of no bytes when it is new. */
    byte[] before(CrowdKey key) {
        var bytes = read.get(key);
        if (bytes == null) {
            throw new IllegalStateException("a crowd that was not read");
        }
        return bytes;
    }

    CrowdState now(CrowdKey key) {
        var state = changed.get(key);
        return state == null ? then(key) : state;
    }

    /** As it was when it was read. */
    CrowdState then(CrowdKey key) {
        return CrowdState.of(rule, before(key));
    }
}
