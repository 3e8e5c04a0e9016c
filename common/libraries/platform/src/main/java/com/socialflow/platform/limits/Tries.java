package com.socialflow.platform.limits;

import java.time.Duration;
import java.util.List;

/** Counts tries by key. A try is counted before it is made: any number at once is no way around it. */
interface Tries {

    /** Counts a try and gives zero; or counts nothing, and says how long until the next may be made. */
    Duration take(String key, Allowance allowance);

    /**
     * The same with waits that grow, for several keys at once: counts for all of them or for none. A key is counted in
     * one of the two ways, always.
     */
    Duration take(List<Counted> all);

    /** The last try does not count after all. */
    void giveBack(String key);

    /**
     * Ends a try that was counted with growing waits.
     *
     * @param forgotten keys of which none of the tries counts any more
     * @param givenBack keys for which this try does not count after all, and the next need not wait for its sake
     */
    void settle(List<Counted> forgotten, List<Counted> givenBack);

    /** None of the tries counts any more. */
    void forget(String key);
}
