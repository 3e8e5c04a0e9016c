package com.socialflow.platform.limits;

import java.time.Duration;

/** Counts tries by key. A try is counted before it is made: any number at once is no way around it. */
interface Tries {

    /** Counts a try and gives zero; or counts nothing, and says how long until the next may be made. */
    Duration take(String key, Allowance allowance);

    /** The same with waits that grow. A key is counted in one of the two ways, always. */
    Duration take(String key, Backoff backoff);

    /** The last try does not count after all. */
    void giveBack(String key);

    /** The last try does not count after all, and the next need not wait for its sake. */
    void giveBack(String key, Backoff backoff);

    /** None of the tries counts any more. */
    void forget(String key);
}
