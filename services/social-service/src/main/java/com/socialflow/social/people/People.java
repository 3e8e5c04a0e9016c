package com.socialflow.social.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.socialflow.core.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The faces of people. First what was seen in the last seconds, then what the user service told of by events, and of
 * whom it has not told yet, it is asked. Not inside a transaction: it may have to call.
 */
@Component
public class People {

    /** A new name, or an account made private, shows in every process within this time. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** About 4 MB. */
    private static final int KEPT_MAX = 20_000;

    private final PersonStore store;
    private final ProfilesClient profiles;
    private final Clock clock;
    private final Cache<AccountId, Person> kept =
            Caffeine.newBuilder().maximumSize(KEPT_MAX).expireAfterWrite(KEPT).build();

    /** Of whom the user service said nothing: who is gone may be named on many pages. */
    private final Cache<AccountId, Boolean> unknown =
            Caffeine.newBuilder().maximumSize(KEPT_MAX).expireAfterWrite(KEPT).build();

    People(PersonStore store, ProfilesClient profiles, Clock clock) {
        this.store = store;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** The person, unless unknown or hidden. */
    public Optional<Person> find(AccountId account) {
        return Optional.ofNullable(find(Set.of(account)).get(account));
    }

    /** Those of at most 200 who are known and not hidden. */
    public Map<AccountId, Person> find(Collection<AccountId> accounts) {
        var found = new HashMap<AccountId, Person>(kept.getAllPresent(accounts));
        var missing = accounts.stream().filter(id -> !found.containsKey(id)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            store.find(missing).forEach(person -> found.put(person.account(), person));
            missing.removeAll(found.keySet());
            missing.removeAll(unknown.getAllPresent(missing).keySet());
            found.putAll(ask(missing));
            kept.putAll(found);
        }
        found.values().removeIf(Person::hidden);
        return found;
    }

    /** Those of at most 200 usernames, in any case, that somebody has who may be seen; by name in lower case. */
    public Map<String, Person> named(Collection<String> usernames) {
        var found = new HashMap<String, Person>();
        store.named(usernames).forEach(person -> found.put(lower(person.username()), person));
        var missing = usernames.stream()
                .map(People::lower)
                .filter(name -> !found.containsKey(name))
                .collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            profiles.named(missing).orElse(List.of()).forEach(person -> {
                store.put(person, clock.instant());
                found.put(lower(person.username()), person);
            });
        }
        found.values().removeIf(Person::hidden);
        return found;
    }

    /** What the user service told, of whom nobody asked too: search finds them. */
    void tell(Person person) {
        store.tell(person, clock.instant());
        kept.invalidate(person.account());
        unknown.invalidate(person.account());
    }

    /** Somebody new. */
    void greet(AccountId account, String username) {
        store.greet(account, username, clock.instant());
        unknown.invalidate(account);
    }

    /** Forgets somebody who is gone; gives how many rows that took. */
    int forget(AccountId account) {
        kept.invalidate(account);
        return store.delete(account);
    }

    private Map<AccountId, Person> ask(Set<AccountId> missing) {
        var answer = new HashMap<AccountId, Person>();
        if (missing.isEmpty()) {
            return answer;
        }
        profiles.find(missing).ifPresent(people -> {
            people.forEach(person -> {
                store.put(person, clock.instant());
                answer.put(person.account(), person);
            });
            missing.stream().filter(id -> !answer.containsKey(id)).forEach(id -> unknown.put(id, true));
        });
        return answer;
    }

    private static String lower(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
