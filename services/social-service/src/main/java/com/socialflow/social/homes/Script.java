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
            local found = redis.call('ZRANGE', KEYS[2], 0, -1)
            if #found > 0 and string.sub(found[1], 1, 1) ~= 'b' then
                redis.call('EXPIRE', KEYS[2], ARGV[2])
                redis.call('ZADD', KEYS[4], 'XX', ARGV[3], KEYS[2])
            end
            table.insert(found, 1, redis.call('GET', KEYS[3]) or '0')
            return found
            """),

    /** {@code KEYS[2]} the home; {@code ARGV[2]} the mark of who builds it, {@code ARGV[3]} milliseconds for it. */
    BEGIN("""
            if redis.call('EXISTS', KEYS[2]) == 1 then return {'0'} end
            redis.call('ZADD', KEYS[2], '-inf', ARGV[2])
            redis.call('PEXPIRE', KEYS[2], ARGV[3])
            return {'1'}
            """),

    /**
     * {@code KEYS[2]} the home, {@code KEYS[3]} all homes by when they were read; {@code ARGV[2]} the mark,
     * {@code ARGV[3]} seconds to keep, {@code ARGV[4]} the most members, {@code ARGV[5]} the oldest member, below which
     * nothing may stay, {@code ARGV[6]} now in milliseconds, {@code ARGV[7]} the most homes; then scores and members.
     * When there are more homes, those go that nobody has read for longest.
     */
    FINISH("""
            if redis.call('ZREM', KEYS[2], ARGV[2]) == 0 then return {'0'} end
            redis.call('ZADD', KEYS[2], unpack(ARGV, 8))
            redis.call('ZREMRANGEBYRANK', KEYS[2], redis.call('ZRANK', KEYS[2], ARGV[5]) + 1, -1)
            redis.call('ZREMRANGEBYRANK', KEYS[2], ARGV[4], -1)
            redis.call('EXPIRE', KEYS[2], ARGV[3])
            redis.call('ZADD', KEYS[3], ARGV[6], KEYS[2])
            redis.call('EXPIRE', KEYS[3], ARGV[3])
            local over = redis.call('ZCARD', KEYS[3]) - tonumber(ARGV[7])
            if over > 0 then
                local oldest = redis.call('ZPOPMIN', KEYS[3], math.min(over, 100))
                for i = 1, #oldest, 2 do redis.call('DEL', oldest[i]) end
            end
            return {'1'}
            """),

    /**
     * {@code KEYS[2]} and so on the homes; {@code ARGV[2]} the most members, then scores and members. Homes that
     * are not there are left out. Gives which had not all of it, counted from 1.
     */
    ADD("""
            local most = tonumber(ARGV[2])
            local added = {}
            for i = 2, #KEYS do
                local before = redis.call('ZCARD', KEYS[i])
                if before > 0 then
                    local more = redis.call('ZADD', KEYS[i], unpack(ARGV, 3))
                    if more > 0 then
                        added[#added + 1] = tostring(i - 1)
                        if before + more > most then redis.call('ZREMRANGEBYRANK', KEYS[i], most, -1) end
                    end
                end
            end
            return added
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
