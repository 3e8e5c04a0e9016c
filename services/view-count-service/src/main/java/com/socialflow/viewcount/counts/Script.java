package com.socialflow.viewcount.counts;

/**
 * What is done to counts in Redis. {@code KEYS[1]} is the hash of positions: by partition the offset that comes next.
 * All keys have one hash tag, so that those which a script works out itself lie on the same node.
 */
enum Script {

    /**
     * Begins with a partition that Redis knows nothing of. {@code ARGV}: the partition, where to begin, where the log
     * ends now, and the floor, the first hour that is counted at all. Gives the floor that holds: the first of all
     * partitions says which; when it is another one, nothing was done.
     */
    BEGIN("""
            local floor = redis.call('HGET', KEYS[1], 'floor')
            if floor and floor ~= ARGV[4] then return {floor} end
            if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 1 then
                redis.call('HSET', KEYS[1], 'floor', ARGV[4], 'until:' .. ARGV[1], ARGV[3])
            end
            return {ARGV[4]}
            """),

    /**
     * Counts a batch, unless another process was there: {@code ELSEWHERE} when a partition stands at another offset
     * than the batch begins at, {@code CROWDS} when a crowd is no longer as it was read. {@code ARGV} in this order,
     * each part after its number, the key of each from {@code KEYS}: partitions (partition, begin, next); crowds (as
     * read, as they are now); watches (as they are now); lists (entries); sets (members); cells of a video (fields and
     * what is added, then a time); viewers (the sketch of earlier ones, members); live sessions (time and session),
     * then those that left, and the time before which they are no longer live.
     */
    COUNT("""
            local at, key = 0, 1
            local function take() at = at + 1 return ARGV[at] end
            local function number() return tonumber(take()) end
            local function name() key = key + 1 return KEYS[key] end
            local function each(command, target, some)
                for i = 1, #some, 500 do
                    redis.call(command, target, unpack(some, i, math.min(i + 499, #some)))
                end
            end
            local function taken(count)
                local some = {}
                for i = 1, count do some[i] = take() end
                return some
            end

            local positions = {}
            for i = 1, number() do
                local partition, begin, following = take(), take(), take()
                if redis.call('HGET', KEYS[1], partition) ~= begin then return {'ELSEWHERE'} end
                positions[#positions + 1] = partition
                positions[#positions + 1] = following
            end
            local values = {}
            for i = 1, number() do
                local crowd, before, now = name(), take(), take()
                if (redis.call('GET', crowd) or '') ~= before then return {'CROWDS'} end
                values[#values + 1] = crowd
                values[#values + 1] = now
            end
            for i = 1, number() do
                values[#values + 1] = name()
                values[#values + 1] = take()
            end
            redis.call('HSET', KEYS[1], unpack(positions))
            for i = 1, #values, 500 do
                redis.call('MSET', unpack(values, i, math.min(i + 499, #values)))
            end
            for i = 1, number() do each('RPUSH', name(), taken(number())) end
            for i = 1, number() do each('SADD', name(), taken(number())) end
            for i = 1, number() do
                local cells = name()
                for j = 1, number() do redis.call('HINCRBY', cells, take(), take()) end
                redis.call('HSET', cells, 'at', take())
            end
            for i = 1, number() do
                local viewers, earlier = name(), take()
                if earlier ~= '' and redis.call('EXISTS', viewers) == 0 then
                    redis.call('SET', viewers, earlier)
                end
                each('PFADD', viewers, taken(number()))
            end
            for i = 1, number() do
                local live = name()
                each('ZADD', live, taken(number()))
                each('ZREM', live, taken(number()))
                redis.call('ZREMRANGEBYSCORE', live, '-inf', '(' .. take())
                redis.call('EXPIRE', live, 60)
            end
            return {'COUNTED'}
            """),

    /**
     * Some videos of an hour with their cells, {@code BEHIND} first when not all that closes it is counted. {@code
     * ARGV}: the prefix of keys, the hour, a cursor, then partitions and the offsets that have to be reached. Gives the
     * next cursor, then for each video: it, its sketch and how many viewers that means, the number of cells, and these.
     */
    READ_HOUR("""
            for i = 4, #ARGV, 2 do
                if (tonumber(redis.call('HGET', KEYS[1], ARGV[i]) or '-1')) < tonumber(ARGV[i + 1]) then
                    return {'BEHIND'}
                end
            end
            local prefix, hour = ARGV[1], ARGV[2] .. ':'
            local page = redis.call('SSCAN', prefix .. 'v' .. ARGV[2], ARGV[3], 'COUNT', 500)
            local found = {page[1]}
            for _, video in ipairs(page[2]) do
                local all = redis.call('HGETALL', prefix .. 'h' .. video)
                local cells = {}
                for i = 1, #all, 2 do
                    if string.sub(all[i], 1, #hour) == hour then
                        cells[#cells + 1] = string.sub(all[i], #hour + 1)
                        cells[#cells + 1] = all[i + 1]
                    end
                end
                found[#found + 1] = video
                found[#found + 1] = redis.call('GET', prefix .. 'u' .. video) or ''
                found[#found + 1] = tostring(redis.call('PFCOUNT', prefix .. 'u' .. video))
                found[#found + 1] = tostring(#cells)
                for _, cell in ipairs(cells) do found[#found + 1] = cell end
            end
            return found
            """),

    /**
     * Forgets some of what is kept for an hour that is closed in the ledger. {@code ARGV} as above, without the cursor.
     * A watch that was heard of later, by its first {@link HeardWatch#DIGITS} bytes, is kept for that hour instead.
     * Gives {@code MORE}, {@code DONE}, or {@code BEHIND} when the log is read again just now.
     */
    FORGET_HOUR("""
            for i = 3, #ARGV, 2 do
                if (tonumber(redis.call('HGET', KEYS[1], ARGV[i]) or '-1')) < tonumber(ARGV[i + 1]) then
                    return {'BEHIND'}
                end
            end
            local prefix, hour = ARGV[1], ARGV[2]
            local watches = prefix .. 'w' .. hour
            local some = redis.call('LRANGE', watches, 0, 499)
            for _, watch in ipairs(some) do
                local heard = math.floor((tonumber(redis.call('GETRANGE', watch, 0, 12)) or 0) / 3600000)
                if heard > tonumber(hour) then
                    redis.call('RPUSH', prefix .. 'w' .. heard, watch)
                    redis.call('SADD', prefix .. 'hours', heard)
                else
                    redis.call('UNLINK', watch)
                end
            end
            if #some > 0 then
                redis.call('LTRIM', watches, #some, -1)
                return {'MORE'}
            end
            local crowds = prefix .. 'c' .. hour
            some = redis.call('LRANGE', crowds, 0, 499)
            if #some > 0 then
                redis.call('UNLINK', unpack(some))
                redis.call('LTRIM', crowds, #some, -1)
                return {'MORE'}
            end
            local videos = redis.call('SPOP', prefix .. 'v' .. hour, 500)
            for _, video in ipairs(videos) do
                local cells = prefix .. 'h' .. video
                local gone, left = {}, false
                for _, field in ipairs(redis.call('HKEYS', cells)) do
                    if string.sub(field, 1, #hour + 1) == hour .. ':' then
                        gone[#gone + 1] = field
                    elseif field ~= 'at' then
                        left = true
                    end
                end
                if not left then
                    redis.call('UNLINK', cells, prefix .. 'u' .. video)
                elseif #gone > 0 then
                    redis.call('HDEL', cells, unpack(gone))
                end
            end
            if #videos > 0 then return {'MORE'} end
            redis.call('SREM', prefix .. 'hours', hour)
            return {'DONE'}
            """);

    private final String text;

    Script(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
