package com.socialflow.social.notifications;

import java.util.Collection;

/** What reaches people who do not look. */
public interface Devices {

    /** Notes, in the transaction of the notifications, that devices are to be told of them. */
    void announce(Collection<Announced> announced);

    /** That transaction is committed. */
    void wake();
}
