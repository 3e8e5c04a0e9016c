package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.notifications.AdditionStore.Key;
import com.socialflow.social.notifications.AdditionStore.Part;
import com.socialflow.social.notifications.AdditionStore.Row;
import com.socialflow.social.notifications.LeavingStore.Leaver;
import com.socialflow.social.notifications.ScreeningStore.Before;
import com.socialflow.social.notifications.ScreeningStore.Between;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes many notifications in a few statements, in the caller's transaction: those that the rules let through. */
@Component
class Additions {

    /** While more and more people join a row, its reader's streams are told so often. */
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private final ScreeningStore facts;
    private final SettingsStore settings;
    private final AdditionStore store;
    private final LeavingStore leaving;
    private final NotificationStore rows;
    private final Clock clock;

    Additions(
            ScreeningStore facts,
            SettingsStore settings,
            AdditionStore store,
            LeavingStore leaving,
            NotificationStore rows,
            Clock clock) {
        this.facts = facts;
        this.settings = settings;
        this.store = store;
        this.leaving = leaving;
        this.rows = rows;
        this.clock = clock;
    }

    /** Takes these back, adds those, and gives whom to tell of which rows. All rows are locked first, in one order. */
    List<Announced> write(Collection<Notification> wanted, Collection<TakenBack> takenBack) {
        var now = clock.instant();
        var others = new LinkedHashSet<>(wanted);
        others.removeIf(Notification::ofOneself);
        var settingsOf = settings.of(receivers(others));
        var admitted = admitted(others, settingsOf, now);
        var leavers = takenBack.isEmpty() ? List.<Leaver>of() : leaving.find(takenBack);

        var keys = new TreeSet<>(Key.ORDER);
        keys.addAll(admitted.keySet());
        leavers.forEach(leaver -> keys.add(leaver.key()));
        if (keys.isEmpty()) {
            return List.of();
        }
        var found = store.rows(List.copyOf(keys), posts(admitted), now);
        leaving.leave(leavers.stream().map(Leaver::part).toList());
        var joined = join(admitted, found);
        var announced = announce(admitted, found, joined, settingsOf, now);
        leaving.removeEmpty(
                leavers.stream().map(leaver -> row(found, leaver.key()).id()).toList());
        return announced;
    }

    private static Map<Key, PostId> posts(Map<Key, List<Notification>> admitted) {
        var posts = new HashMap<Key, PostId>();
        admitted.forEach((key, told) -> {
            if (told.getFirst().post() != null) {
                posts.put(key, told.getFirst().post());
            }
        });
        return posts;
    }

    private static List<AccountId> receivers(Collection<Notification> told) {
        return told.stream().map(Notification::to).distinct().toList();
    }

    /** What the rules let through, by the row that it belongs to, in the order of locking. */
    private Map<Key, List<Notification>> admitted(
            Collection<Notification> wanted, Map<AccountId, NotificationSettings> settingsOf, Instant now) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var pairs = facts.pairs(
                wanted.stream()
                        .filter(told -> told.by() != null)
                        .map(told -> new Between(told.to(), told.by()))
                        .collect(Collectors.toSet()),
                now);
        var posts = facts.posts(wanted);
        var admitted = new TreeMap<Key, List<Notification>>(Key.ORDER);
        for (var told : wanted) {
            var pair = told.by() == null
                    ? Screening.Pair.NOBODY
                    : pairs.getOrDefault(new Between(told.to(), told.by()), Screening.Pair.NOBODY);
            if (told.post() != null) {
                var post = posts.get(new Before(told.to(), told.post()));
                if (post == null || !Screening.shows(told, post, pair)) {
                    continue;
                }
            }
            var own = settingsOf.getOrDefault(told.to(), NotificationSettings.DEFAULT);
            var answer = Screening.decide(told, own, pair, now);
            if (answer != Answer.DROP) {
                admitted.computeIfAbsent(key(told, answer, now), _ -> new ArrayList<>())
                        .add(told);
            }
        }
        return admitted;
    }

    private static Key key(Notification told, Answer answer, Instant now) {
        var day = told.kind().grouped()
                ? Math.toIntExact(now.getEpochSecond() / Duration.ofDays(1).toSeconds())
                : 0;
        return new Key(told.to(), told.kind(), told.subject(), day, answer == Answer.FILTER);
    }

    private static Row row(Map<Key, Row> found, Key key) {
        return Objects.requireNonNull(found.get(key));
    }

    private Map<NotificationId, Integer> join(Map<Key, List<Notification>> admitted, Map<Key, Row> found) {
        var parts = new LinkedHashSet<Part>();
        admitted.forEach((key, told) -> told.forEach(one -> {
            if (one.by() != null) {
                parts.add(new Part(row(found, key).id(), one.by()));
            }
        }));
        var joined = new HashMap<NotificationId, Integer>();
        if (!parts.isEmpty()) {
            store.join(List.copyOf(parts)).forEach(part -> joined.merge(part.notification(), 1, Integer::sum));
        }
        return joined;
    }

    private List<Announced> announce(
            Map<Key, List<Notification>> admitted,
            Map<Key, Row> found,
            Map<NotificationId, Integer> joined,
            Map<AccountId, NotificationSettings> settingsOf,
            Instant now) {
        var markers = rows.markers(
                admitted.keySet().stream().map(Key::account).distinct().toList());
        var announced = new ArrayList<Announced>();
        var tell = new HashSet<NotificationId>();
        for (var key : admitted.keySet()) {
            var row = row(found, key);
            if (!row.fresh() && !joined.containsKey(row.id())) {
                continue;
            }
            var wasRead = row.position() <= markers.getOrDefault(key.account(), 0L);
            var news = row.fresh() || wasRead;
            if (key.filtered() || !(news || row.toldAt().plus(TELL_EVERY).isBefore(now))) {
                continue;
            }
            tell.add(row.id());
            var own = settingsOf.getOrDefault(key.account(), NotificationSettings.DEFAULT);
            announced.add(new Announced(
                    key.account(),
                    row.id(),
                    key.kind(),
                    news && own.ways(key.kind()).push()));
        }
        if (!joined.isEmpty()) {
            store.grow(joined, tell, now);
        }
        return announced;
    }
}
