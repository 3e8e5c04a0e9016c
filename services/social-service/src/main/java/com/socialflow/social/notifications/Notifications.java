package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.Id;
import com.socialflow.core.PostId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells people of things, and takes it back. Everything happens in the caller's transaction: what is added is collected
 * and written at its end, so that a storm of events that are handled together costs a few statements.
 */
@Component
public class Notifications {

    /** Posts' notifications that are taken away at once; a round takes the rest. */
    private static final int WITHDRAWN_MAX = 1_000;

    private final Additions additions;
    private final AdditionStore store;
    private final LeftoverStore leftovers;
    private final LiveNotices live;
    private final ObjectProvider<Devices> devices;

    Notifications(
            Additions additions,
            AdditionStore store,
            LeftoverStore leftovers,
            LiveNotices live,
            ObjectProvider<Devices> devices) {
        this.additions = additions;
        this.store = store;
        this.leftovers = leftovers;
        this.live = live;
        this.devices = devices;
    }

    /** Tells a person, unless the person does not want to hear it. The same twice is once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Notification notification) {
        pending().add(notification);
    }

    /** The same for many at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<Notification> notifications) {
        notifications.forEach(pending()::add);
    }

    /** The person did not do it after all: whoever was told of it is not any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Kind kind, Id subject, AccountId person) {
        takeBack(kind, subject.value(), null, person);
    }

    /** The same where the receiver is what it is about. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBackFrom(AccountId receiver, Kind kind, AccountId person) {
        takeBack(kind, 0, receiver, person);
    }

    private void takeBack(Kind kind, long subject, @Nullable AccountId receiver, AccountId person) {
        pending().write();
        store.leave(kind, subject, receiver, person);
    }

    /** The two are not to meet: neither is told of the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void part(AccountId one, AccountId other) {
        pending().write();
        store.leaveAll(one, other);
        store.leaveAll(other, one);
    }

    /** The post is gone, and what was told of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(PostId post) {
        pending().write();
        if (leftovers.delete(post, WITHDRAWN_MAX) == WITHDRAWN_MAX) {
            leftovers.note(post);
        }
    }

    private PendingNotifications pending() {
        if (TransactionSynchronizationManager.getResource(this) instanceof PendingNotifications pending) {
            return pending;
        }
        var pending = new PendingNotifications(this);
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    List<Announced> write(Collection<Notification> collected) {
        var announced = additions.add(collected);
        var pushed = announced.stream().filter(Announced::push).toList();
        if (!pushed.isEmpty()) {
            devices.ifAvailable(those -> those.announce(pushed));
        }
        return announced;
    }

    void written(List<Announced> announced) {
        live.tell(announced);
        if (announced.stream().anyMatch(Announced::push)) {
            devices.ifAvailable(Devices::wake);
        }
    }
}
