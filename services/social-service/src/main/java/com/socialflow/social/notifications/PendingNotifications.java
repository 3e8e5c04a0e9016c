package com.socialflow.social.notifications;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one transaction tells, until it ends. */
final class PendingNotifications implements TransactionSynchronization {

    /** More are written before the end: bounds the statements. */
    private static final int COLLECTED_MAX = 2_000;

    private final Notifications notifications;
    private final Set<Notification> collected = new LinkedHashSet<>();
    private final Set<TakenBack> takenBack = new LinkedHashSet<>();
    private final List<Announced> announced = new ArrayList<>();

    PendingNotifications(Notifications notifications) {
        this.notifications = notifications;
    }

    void add(Notification notification) {
        takenBack.removeIf(undone -> undone.undoes(notification));
        collected.add(notification);
        if (collected.size() >= COLLECTED_MAX) {
            write();
        }
    }

    void takeBack(TakenBack undone) {
        collected.removeIf(undone::undoes);
        takenBack.add(undone);
    }

    /** Now, since what follows looks at it. */
    void write() {
        if (!collected.isEmpty() || !takenBack.isEmpty()) {
            var added = List.copyOf(collected);
            var undone = List.copyOf(takenBack);
            collected.clear();
            takenBack.clear();
            announced.addAll(notifications.write(added, undone));
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        write();
    }

    @Override
    public void afterCommit() {
        notifications.written(List.copyOf(announced));
    }

    /** Another transaction that begins inside is not this one. */
    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(notifications);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(notifications, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(notifications);
    }
}
