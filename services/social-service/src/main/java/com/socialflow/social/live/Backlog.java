package com.socialflow.social.live;

import com.socialflow.core.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Who looks, and what such people were told in the last minutes, in Redis: a stream that broke goes on in any process.
 * An event is kept once; each person has a list of ids. Of people who do not look nothing is kept. Each step is one
 * script, so that an event is in the list of a person who comes back or reaches the new stream, or both.
 */
@Component
class Backlog {

    /** Where processes listen. */
    static final String CHANNEL = "live:events";

    /** How long after a stream broke its person can still come back to it. */
    static final Duration KEPT = Duration.ofMinutes(15);

    /** Events that a person can have missed: whoever missed more loads everything again, which costs less. */
    static final int EVENTS_MAX = 200;

    /** People of one script: Redis does nothing else while it runs, which takes about a millisecond. */
    static final int PEOPLE_MAX = 500;

    private static final String PEOPLE = "live:people";
    private static final String LAST = "live:last-id";
    private static final String EVENT = "live:event:";
    private static final String OF = "live:of:";
    private static final List<String> KEYS = List.of(PEOPLE, LAST, EVENT, OF, CHANNEL);

    /** Ids are microseconds since 1970, which are whole numbers that Lua's doubles hold exactly. */
    private static final String NOW = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            """;

    private static final RedisScript<Long> PUBLISH = script(Long.class, """
            local open = {}
            for i = 5, #ARGV do
                local till = redis.call('ZSCORE', KEYS[1], ARGV[i])
                if till and tonumber(till) > now then open[#open + 1] = ARGV[i] end
            end
            if #open == 0 then return 0 end
            local last = tonumber(redis.call('GET', KEYS[2]) or '0')
            local id = math.max(time[1] * 1000000 + time[2], last + 1, tonumber(ARGV[1]) + 1)
            local text = string.format('%.0f', id)
            redis.call('SET', KEYS[2], text)
            redis.call('SET', KEYS[3] .. text, ARGV[4], 'PX', ARGV[2])
            for _, who in ipairs(open) do
                local list = KEYS[4] .. who
                redis.call('RPUSH', list, text)
                redis.call('LTRIM', list, -tonumber(ARGV[3]), -1)
                redis.call('PEXPIRE', list, ARGV[2])
            end
            redis.call('PUBLISH', KEYS[5], text .. '\\n' .. table.concat(open, ',') .. '\\n' .. ARGV[4])
            return id
            """);

    /** Gives the newest id, whether something is lost, and ids and events in turn. */
    private static final RedisScript<List<?>> JOIN = script(list(), """
            local who = ARGV[1]
            local known = redis.call('ZSCORE', KEYS[1], who)
            redis.call('ZADD', KEYS[1], now + ARGV[3], who)
            local last = redis.call('GET', KEYS[2]) or '0'
            if ARGV[2] == '' then return {last, '0'} end
            local after = tonumber(ARGV[2])
            if not known or tonumber(known) <= now or after > tonumber(last) then return {last, '1'} end
            local ids = redis.call('LRANGE', KEYS[4] .. who, 0, -1)
            if #ids >= tonumber(ARGV[4]) and tonumber(ids[1]) > after then return {last, '1'} end
            local found = {last, '0'}
            for _, id in ipairs(ids) do
                if tonumber(id) > after then
                    local event = redis.call('GET', KEYS[3] .. id)
                    if not event then return {last, '1'} end
                    found[#found + 1] = id
                    found[#found + 1] = event
                end
            end
            return found
            """);

    private static final RedisScript<Long> STAY = script(Long.class, """
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
            for i = 2, #ARGV do redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[i]) end
            return now
            """);

    private static final RedisScript<List<?>> WATCHING = script(list(), """
            local open = {}
            for i = 1, #ARGV do
                local till = redis.call('ZSCORE', KEYS[1], ARGV[i])
                if till and tonumber(till) > now then open[#open + 1] = ARGV[i] end
            end
            return open
            """);

    /** Gives whether these are all, or nobody since there are more than that many. */
    private static final RedisScript<List<?>> ALL_WATCHING = script(list(), """
            if redis.call('ZCARD', KEYS[1]) > tonumber(ARGV[1]) then return {'0'} end
            local all = redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf')
            table.insert(all, 1, '1')
            return all
            """);

    /**
     * What a person missed.
     *
     * @param newest the greatest id so far, whosever
     * @param lost whether there was more than can be told
     */
    record Missed(long newest, boolean lost, List<LiveMessage> messages) {}

    private final StringRedisTemplate redis;

    Backlog(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /**
     * Keeps an event for those of at most {@link #PEOPLE_MAX} people who look, and tells every process.
     *
     * @param floor the id is greater
     * @return the id; empty when nobody looks
     */
    OptionalLong publish(Collection<AccountId> people, String body, long floor) {
        var arguments = new ArrayList<String>();
        arguments.add(Long.toString(floor));
        arguments.add(Long.toString(KEPT.toMillis()));
        arguments.add(Integer.toString(EVENTS_MAX));
        arguments.add(body);
        arguments.addAll(keys(people));
        var id = redis.execute(PUBLISH, KEYS, arguments.toArray());
        return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** The person looks from now on, and gets what came after that id; without one nothing was missed. */
    Missed join(AccountId person, OptionalLong after) {
        var from = after.isEmpty() ? "" : Long.toString(after.getAsLong());
        var answer = redis.execute(
                JOIN,
                KEYS,
                Long.toString(person.value()),
                from,
                Long.toString(KEPT.toMillis()),
                Integer.toString(EVENTS_MAX));
        var messages = new ArrayList<LiveMessage>();
        for (int i = 2; i + 1 < answer.size(); i += 2) {
            LiveMessage.parse(text(answer, i), text(answer, i + 1)).ifPresent(messages::add);
        }
        return new Missed(Long.parseLong(text(answer, 0)), text(answer, 1).equals("1"), messages);
    }

    /** These people, at most {@link #PEOPLE_MAX}, still look. */
    void stay(Collection<AccountId> people) {
        var arguments = new ArrayList<String>();
        arguments.add(Long.toString(KEPT.toMillis()));
        arguments.addAll(keys(people));
        redis.execute(STAY, KEYS, arguments.toArray());
    }

    /** Who of at most {@link #PEOPLE_MAX} people looks, or looked until some minutes ago. */
    Set<AccountId> watching(Collection<AccountId> people) {
        return people(redis.execute(WATCHING, KEYS, keys(people).toArray()));
    }

    /** Everybody who looks, or looked until some minutes ago, unless they are more than that many. */
    Optional<Set<AccountId>> allWatching(int limit) {
        var answer = redis.execute(ALL_WATCHING, KEYS, Integer.toString(limit));
        return text(answer, 0).equals("1") ? Optional.of(people(answer.subList(1, answer.size()))) : Optional.empty();
    }

    /** Nothing is kept of the person any more; gives how much was. */
    int forget(AccountId person) {
        var key = Long.toString(person.value());
        var looking = redis.opsForZSet().remove(PEOPLE, key);
        var missed = redis.delete(OF + key);
        return (looking == null ? 0 : looking.intValue()) + (Boolean.TRUE.equals(missed) ? 1 : 0);
    }

    private static Set<AccountId> people(List<?> ids) {
        return ids.stream()
                .map(id -> new AccountId(Long.parseLong(String.valueOf(id))))
                .collect(Collectors.toSet());
    }

    private static List<String> keys(Collection<AccountId> people) {
        return people.stream().map(person -> Long.toString(person.value())).toList();
    }

    private static String text(List<?> answer, int index) {
        return String.valueOf(Optional.ofNullable(answer.get(index)).orElseThrow());
    }

    private static <T> RedisScript<T> script(Class<T> answer, String text) {
        return new DefaultRedisScript<>(NOW + text, answer);
    }

    @SuppressWarnings("unchecked") // a script that gives an array gives a list
    private static Class<List<?>> list() {
        return (Class<List<?>>) (Class<?>) List.class;
    }
}
