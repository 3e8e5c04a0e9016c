package com.socialflow.analytics.job;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** State that lies here as objects: what changed until it is said, and of the rest what was used last. */
final class Warm<K, V> {

    private static final float LOAD_FACTOR = 0.75f;

    private final int most;
    /** The one that was used last at the end. */
    private final Map<K, V> known;

    private final Set<K> changed = new LinkedHashSet<>();

    Warm(int most) {
        this.most = most;
        this.known = new LinkedHashMap<>(most, LOAD_FACTOR, true);
    }

    @Nullable
    V get(K key) {
        return known.get(key);
    }

    void put(K key, V value) {
        known.put(key, value);
    }

    /** What was put in by this key is to be said. */
    void change(K key) {
        changed.add(key);
    }

    boolean hasChanged(K key) {
        return changed.contains(key);
    }

    /** Whether so much changed that it is to be said now. */
    boolean isFull() {
        return changed.size() >= most;
    }

    /** Not to be called of what changed and was not said. */
    void remove(K key) {
        known.remove(key);
    }

    /** What becomes of one that changed. */
    interface Saying<K, V> {
        void say(K key, V value) throws Exception;
    }

    /** Says what changed; then there is room again. */
    void sayAll(Saying<K, V> saying) throws Exception {
        for (var key : changed) {
            saying.say(key, requireNonNull(known.get(key)));
        }
        changed.clear();
        var oldest = known.keySet().iterator();
        for (var surplus = known.size() - most; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }
}
