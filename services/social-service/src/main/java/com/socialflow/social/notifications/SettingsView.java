package com.socialflow.social.notifications;

import com.socialflow.core.Problem;
import com.socialflow.social.notifications.NotificationSettings.Digest;
import com.socialflow.social.notifications.NotificationSettings.Policy;
import com.socialflow.social.notifications.NotificationSettings.Ways;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settings as clients see them. */
record SettingsView(ScreeningView policy, Map<String, Ways> kinds, String digest) {

    record ScreeningView(
            @Nullable String strangers,
            @Nullable String newAccounts,
            @Nullable String notFollowing) {}

    record WaysChange(
            @Nullable Boolean app,
            @Nullable Boolean push,
            @Nullable Boolean email) {}

    /** What is null stays as it is. */
    record Change(
            @Nullable ScreeningView policy,
            @Nullable Map<String, WaysChange> kinds,
            @Nullable String digest) {

        /** The settings after this change. */
        NotificationSettings of(NotificationSettings before) {
            return new NotificationSettings(
                    policy == null ? before.policy() : policy(before.policy(), policy),
                    kinds == null ? before.kinds() : kinds(before, kinds),
                    digest == null ? before.digest() : word("digest", digest, Digest::of));
        }

        private static Policy policy(Policy before, ScreeningView change) {
            return new Policy(
                    answer("strangers", change.strangers(), before.strangers()),
                    answer("newAccounts", change.newAccounts(), before.newAccounts()),
                    answer("notFollowing", change.notFollowing(), before.notFollowing()));
        }

        private static Answer answer(String field, @Nullable String word, Answer before) {
            return word == null ? before : word("policy." + field, word, Answer::of);
        }

        private static Map<Kind, Ways> kinds(NotificationSettings before, Map<String, WaysChange> changes) {
            var all = new EnumMap<Kind, Ways>(Kind.class);
            all.putAll(before.kinds());
            changes.forEach((word, change) -> {
                var kind = word("kinds", word, Kind::of);
                var ways = before.ways(kind);
                if (change != null) {
                    all.put(
                            kind,
                            new Ways(
                                    change.app() == null ? ways.app() : change.app(),
                                    change.push() == null ? ways.push() : change.push(),
                                    change.email() == null ? ways.email() : change.email()));
                }
            });
            return all;
        }

        private static <T> T word(String field, String word, Function<String, Optional<T>> known) {
            return known.apply(word).orElseThrow(() -> Problem.invalid(field, "unknown", "not one of the known words"));
        }
    }

    static SettingsView of(NotificationSettings settings) {
        var kinds = new TreeMap<String, Ways>();
        for (var kind : Kind.values()) {
            kinds.put(kind.word(), settings.ways(kind));
        }
        var policy = settings.policy();
        return new SettingsView(
                new ScreeningView(
                        policy.strangers().word(),
                        policy.newAccounts().word(),
                        policy.notFollowing().word()),
                kinds,
                settings.digest().word());
    }
}
