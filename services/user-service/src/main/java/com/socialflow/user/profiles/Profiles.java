package com.socialflow.user.profiles;

import com.socialflow.core.AccountId;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.user.accounts.Account;
import com.socialflow.user.accounts.Accounts;
import com.socialflow.user.accounts.Username;
import com.socialflow.user.images.ImageKind;
import com.socialflow.user.images.Images;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seeing people, and what they change of themselves. Every change is an event, appended with it. */
@Component
public class Profiles {

    private final Accounts accounts;
    private final ProfileStore store;
    private final UsernameStore names;
    private final Images images;
    private final Outbox outbox;

    Profiles(Accounts accounts, ProfileStore store, UsernameStore names, Images images, Outbox outbox) {
        this.accounts = accounts;
        this.store = store;
        this.names = names;
        this.images = images;
        this.outbox = outbox;
    }

    /** Whom a reference names. */
    sealed interface Sight {
        record Seen(Person person) implements Sight {}

        /** Called otherwise since. */
        record Renamed(Username now) implements Sight {}

        /** Not there, or not to be seen: which of them, nobody learns. */
        record Nobody() implements Sight {}
    }

    /** The person, whatever the account's state. */
    Optional<Person> find(AccountId id) {
        return accounts.find(id).map(account -> new Person(account, store.find(id)));
    }

    /** Whom an id or @username names, as far as the viewer may see. */
    @Transactional(readOnly = true)
    Sight see(String reference, Optional<AccountId> viewer) {
        var account = accounts.find(reference);
        if (account.isPresent()) {
            var person = new Person(account.get(), store.find(account.get().id()));
            return visible(person, viewer) ? new Sight.Seen(person) : new Sight.Nobody();
        }
        return Optional.of(reference)
                .filter(text -> text.startsWith("@"))
                .flatMap(text -> Username.find(text.substring(1)))
                .flatMap(names::formerOwner)
                .flatMap(this::find)
                .filter(person -> visible(person, viewer))
                .<Sight>map(person -> new Sight.Renamed(person.account().username()))
                .orElseGet(Sight.Nobody::new);
    }

    private static boolean visible(Person person, Optional<AccountId> viewer) {
        return person.visible() || viewer.filter(person.id()::equals).isPresent();
    }

    /** Those of the people whom anybody may see. */
    List<Person> findAll(Collection<AccountId> ids) {
        return visible(accounts.findAll(ids));
    }

    /** The same by name; a name that somebody gave up names nobody. */
    List<Person> findAllNamed(Collection<Username> usernames) {
        return visible(accounts.findAllNamed(usernames));
    }

    private List<Person> visible(List<Account> found) {
        var profiles = store.findAll(found.stream().map(Account::id).toList());
        return found.stream()
                .map(account -> new Person(account, profiles.getOrDefault(account.id(), Profile.EMPTY)))
                .filter(Person::visible)
                .toList();
    }

    /** What an edit led to. */
    sealed interface EditOutcome {
        record Edited(Person person) implements EditOutcome {}

        record ChangedMeanwhile() implements EditOutcome {}

        record Gone() implements EditOutcome {}
    }

    /**
     * Changes what a person says.
     *
     * @param expected the revision that the change is of; empty: whichever there is
     */
    @Transactional
    EditOutcome edit(AccountId id, OptionalLong expected, UnaryOperator<Said> change) {
        var account = accounts.findForUpdate(id).orElse(null);
        if (account == null) {
            return new EditOutcome.Gone();
        }
        if (expected.isPresent() && expected.getAsLong() != account.revision()) {
            return new EditOutcome.ChangedMeanwhile();
        }
        var person = new Person(account, store.find(id));
        var before = Said.of(person);
        var after = change.apply(before);
        if (after.equals(before)) {
            return new EditOutcome.Edited(person);
        }
        store.name(id, after.displayName().value(), after.locale());
        store.save(id, after.profile());
        announce(id);
        return new EditOutcome.Edited(find(id).orElseThrow());
    }

    /**
     * Shows another image, which was stored for it, or none. The one before goes.
     *
     * @throws com.socialflow.core.Problem 503 when the image is no longer stored
     */
    @Transactional
    EditOutcome show(AccountId id, ImageKind kind, @Nullable String image) {
        var account = accounts.findForUpdate(id).orElse(null);
        if (account == null) {
            return new EditOutcome.Gone();
        }
        var profile = store.find(id);
        var before = kind == ImageKind.AVATAR ? profile.avatar() : profile.banner();
        if (image == null && before == null) {
            return new EditOutcome.Edited(new Person(account, profile));
        }
        if (image != null) {
            images.keep(image);
        }
        if (before != null) {
            images.dispose(before);
        }
        store.name(id, account.displayName().value(), account.locale());
        store.save(id, kind == ImageKind.AVATAR ? profile.withAvatar(image) : profile.withBanner(image));
        announce(id);
        return new EditOutcome.Edited(find(id).orElseThrow());
    }

    /** Forgets what somebody says of himself or herself, images too; called when the account is erased. */
    @Transactional
    public void erase(AccountId id) {
        var profile = store.find(id);
        if (profile.avatar() != null) {
            images.dispose(profile.avatar());
        }
        if (profile.banner() != null) {
            images.dispose(profile.banner());
        }
        store.delete(id);
        names.forget(id);
    }

    /** Tells other services what there is to see of somebody now; called in the transaction of every change of it. */
    @Transactional
    public void announce(AccountId id) {
        find(id).ifPresent(person -> outbox.append(ProfileEvents.changed(person)));
    }
}
