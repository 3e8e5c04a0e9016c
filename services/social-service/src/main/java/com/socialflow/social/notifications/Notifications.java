package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.Id;
import com.socialflow.core.PostId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    private final LeavingStore leaving;
    private final LeftoverStore leftovers;
    private final LiveNotices live;
    private final ObjectProvider<Devices> devices;

    Notifications(
            Additions additions,
            LeavingStore leaving,
            LeftoverStore leftovers,
            LiveNotices live,
            ObjectProvider<Devices> devices) {
        this.additions = additions;
        this.leaving = leaving;
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
        pending().takeBack(new TakenBack(kind, subject.value(), null, person));
    }

    /** The same where the receiver is what it is about. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBackFrom(AccountId receiver, Kind kind, AccountId person) {
        pending().takeBack(new TakenBack(kind, 0, receiver, person));
    }

    /** The two are not to meet: neither is told of the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void part(AccountId one, AccountId other) {
        pending().write();
        var parts = new ArrayList<>(leaving.between(one, other));
        parts.addAll(leaving.between(other, one));
        leaving.lockAndLeave(parts);
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

    List<Announced> write(Collection<Notification> collected, Collection<TakenBack> takenBack) {
        var announced = additions.write(collected, takenBack);
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
