package com.socialflow.social.homes;

/**
 * What is done to home timelines in Redis. Each script first looks whether the epoch is the caller's: {@code
 * KEYS[1]} is its key, {@code ARGV[1]} what the caller takes it for.
 */
enum Script {

    /**
     * {@code KEYS[2]} the home, {@code KEYS[3]} the time up to which all is delivered, {@code KEYS[4]} all homes by
     * when they were read; {@code ARGV[2]} seconds to keep, {@code ARGV[3]} now in milliseconds. Gives that time and
     * the members.
     */
    READ("""
            local found = redis.call('LRANGE', KEYS[2], 0, -1)
            if #found > 0 and string.sub(found[#found], 1, 1) ~= 'b' then
                redis.call('EXPIRE', KEYS[2], ARGV[2])
                redis.call('ZADD', KEYS[4], 'XX', ARGV[3], KEYS[2])
            end
            table.insert(found, 1, redis.call('GET', KEYS[3]) or '0')
            return found
            """),

    /** {@code KEYS[2]} the home; {@code ARGV[2]} the mark of who builds it, {@code ARGV[3]} milliseconds for it. */
    BEGIN("""
            if redis.call('EXISTS', KEYS[2]) == 1 then return {'0'} end
            redis.call('RPUSH', KEYS[2], ARGV[2])
            redis.call('PEXPIRE', KEYS[2], ARGV[3])
            return {'1'}
            """),

    /**
     * {@code KEYS[2]} the home, {@code KEYS[3]} all homes by when they were read; {@code ARGV[2]} the mark,
     * {@code ARGV[3]} seconds to keep, {@code ARGV[4]} now in milliseconds, {@code ARGV[5]} the most homes; then
     * members, the newest first, and the end. When there are more homes, those go that nobody has read for longest.
     */
    FINISH("""
            if redis.call('LINDEX', KEYS[2], -1) ~= ARGV[2] then return {'0'} end
            redis.call('RPOP', KEYS[2])
            redis.call('RPUSH', KEYS[2], unpack(ARGV, 6))
            redis.call('EXPIRE', KEYS[2], ARGV[3])
            redis.call('ZADD', KEYS[3], ARGV[4], KEYS[2])
            redis.call('EXPIRE', KEYS[3], ARGV[3])
            local over = redis.call('ZCARD', KEYS[3]) - tonumber(ARGV[5])
            if over > 0 then
                local oldest = redis.call('ZPOPMIN', KEYS[3], math.min(over, 100))
                for i = 1, #oldest, 2 do redis.call('DEL', oldest[i]) end
            end
            return {'1'}
            """),

    /**
     * {@code KEYS[2]} and so on the homes; {@code ARGV[2]} the most members after a cut, {@code ARGV[3]} from how
     * many on they are cut; then members. Homes that are not there stay so. What a cut removes came first but need
     * not be the oldest: the home ends above the newest of it. Where that leaves little, or the mark of who builds it
     * is among it, the home goes.
     */
    ADD("""
            local most, full = tonumber(ARGV[2]), tonumber(ARGV[3])
            local function newestOf(members)
                local newest = members[1]
                for i = 2, #members do
                    if members[i] < newest then newest = members[i] end
                end
                return newest
            end
            local function cut(home)
                local gone = redis.call('LRANGE', home, most, -1)
                local last = gone[#gone]
                gone[#gone] = string.match(last, '^f(%d+)')
                local newest = newestOf(gone)
                local middle = newestOf(redis.call('LRANGE', home, most / 2, most / 2 + 4))
                if string.sub(last, 1, 1) == 'b' or newest <= middle then
                    redis.call('DEL', home)
                else
                    redis.call('LTRIM', home, 0, most - 1)
                    redis.call('RPUSH', home, 'f' .. string.match(newest, '^%d+'))
                end
            end
            for i = 2, #KEYS do
                if redis.call('LPUSHX', KEYS[i], unpack(ARGV, 4)) > full then cut(KEYS[i]) end
            end
            return {}
            """),

    /** {@code KEYS[2]} all homes by when they were read, {@code KEYS[3]} and so on the homes, which are gone then. */
    DROP("""
            redis.call('DEL', unpack(KEYS, 3))
            redis.call('ZREM', KEYS[2], unpack(KEYS, 3))
            return {}
            """),

    /** {@code KEYS[2]} the time up to which all is delivered, {@code ARGV[2]} that time in milliseconds. */
    DELIVERED("""
            redis.call('SET', KEYS[2], ARGV[2])
            return {}
            """);

    /** The answer of a script to a caller who knows another epoch. */
    static final String STALE = "STALE";

    private static final String CHECK =
            "if redis.call('GET', KEYS[1]) ~= ARGV[1] then return redis.error_reply('" + STALE + "') end\n";

    private final String text;

    Script(String text) {
        this.text = CHECK + text;
    }

    String text() {
        return text;
    }
}
