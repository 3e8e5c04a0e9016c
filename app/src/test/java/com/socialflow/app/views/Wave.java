package com.socialflow.app.views;

import com.socialflow.app.views.Telling.Place;
import com.socialflow.views.AgentKind;
import com.socialflow.views.Beacon;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.Session;
import com.socialflow.views.ViewRule;
import com.socialflow.views.population.Kind;
import com.socialflow.views.population.Population;
import com.socialflow.views.population.Visit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Half a day of people and bots, told at once by players that kept it: in requests that mix sessions, some parts twice,
 * some too late, out of order.
 */
final class Wave {

    /** What a request may hold. */
    private static final int BATCH = 100;

    private static final long HOUR = 3_600_000;
    /** Between the last that happened and its telling. */
    private static final long KEPT_AFTER = HOUR;

    private static final int NETWORKS = 48;
    private static final int AGENTS = 12;

    private final SplittableRandom random;
    private final List<String> videos;
    private final Map<Long, Integer> known = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Session, Integer> parts = new HashMap<>();
    /** When the last of it happened: what is told was kept until then. */
    private long end;

    private record Entry(Beacon beacon, Place place, long order, boolean late) {}

    private Wave(SplittableRandom random, List<String> videos) {
        this.random = random;
        this.videos = videos;
    }

    /** About so many beacons of these videos. */
    static Wave of(long seed, List<String> videos, int about) {
        var random = new SplittableRandom(seed);
        var population = new Population(random.split(), new ViewRule(RuleSettings.PUBLIC), 0, videos.size());
        var wave = new Wave(random, videos);
        while (wave.entries.size() < about) {
            wave.visits(population.people(40));
            for (var kind : Kind.values()) {
                wave.visits(population.of(kind, 2));
            }
        }
        wave.entries.sort(Comparator.comparingLong(Entry::order));
        return wave;
    }

    private void visits(List<Visit> visits) {
        for (var visit : visits) {
            var place = place(visit.beacons().getFirst());
            parts.put(session(visit.beacons().getFirst()), visit.beacons().size());
            for (var beacon : visit.beacons()) {
                end = Math.max(end, beacon.moment().atMillis());
                var order = beacon.moment().atMillis() + random.nextLong(HOUR / 2);
                entries.add(new Entry(beacon, place, order, random.nextInt(300) == 0));
                if (random.nextInt(10) == 0) {
                    entries.add(new Entry(beacon, place, order + random.nextLong(HOUR), false));
                }
            }
        }
    }

    private static Place place(Beacon beacon) {
        var network = Math.floorMod(beacon.viewer().network(), NETWORKS);
        var agent = Math.floorMod(beacon.client().agent(), AGENTS);
        var program = beacon.client().kind() == AgentKind.BOT
                ? "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
                : "Mozilla/5.0 (X11; Linux x86_64; rv:1%d.0) Gecko/20100101 Firefox/1%d.0".formatted(agent, agent);
        return new Place(
                "198.18.%d.7".formatted(network), program, beacon.viewer().owner());
    }

    /** As the server hashes what {@link #name} says. */
    private static Session session(Beacon beacon) {
        return Session.of(name(beacon));
    }

    private static String name(Beacon beacon) {
        return "%016x%016x".formatted(beacon.session().high(), beacon.session().low());
    }

    /** How many parts of each session are told, numbered from 0. */
    Map<Session, Integer> parts() {
        return parts;
    }

    List<Telling> tellings() {
        var made = new ArrayList<Telling>();
        var open = new LinkedHashMap<Place, List<Entry>>();
        for (var entry : entries) {
            var some = open.computeIfAbsent(entry.place(), _ -> new ArrayList<>());
            some.add(entry);
            if (some.size() == BATCH) {
                made.add(telling(entry.place(), some));
                open.remove(entry.place());
            }
        }
        open.forEach((place, some) -> made.add(telling(place, some)));
        return made;
    }

    private Telling telling(Place place, List<Entry> some) {
        var body = new StringBuilder("{\"beacons\":[");
        for (var entry : some) {
            body.append(body.charAt(body.length() - 1) == '[' ? "" : ",");
            json(entry, body);
        }
        return new Telling(place, body.append("]}").toString(), some.size());
    }

    private void json(Entry entry, StringBuilder to) {
        var beacon = entry.beacon();
        var part = beacon.part();
        var video = known.computeIfAbsent(beacon.video().value(), _ -> known.size());
        var kept = end + KEPT_AFTER - beacon.moment().atMillis() + (entry.late() ? 24 * HOUR : 0);
        to.append("{\"video\":\"").append(videos.get(video % videos.size()));
        to.append("\",\"session\":\"").append(name(beacon));
        to.append("\",\"sequence\":").append(beacon.sequence());
        to.append(",\"intervals\":[");
        for (var at = 0; at < part.intervals().length; at += 2) {
            to.append(at == 0 ? "[" : ",[").append(seconds(part.intervals()[at]));
            to.append(',').append(seconds(part.intervals()[at + 1])).append(']');
        }
        to.append("],\"positionSeconds\":").append(seconds(Math.max(0, part.positionMillis())));
        to.append(",\"elapsedSeconds\":").append(seconds(beacon.moment().elapsedMillis()));
        to.append(",\"sentSeconds\":").append(seconds(beacon.moment().elapsedMillis() + kept));
        to.append(",\"hiddenSeconds\":").append(seconds(part.hiddenMillis()));
        to.append(",\"rate\":").append(part.rate());
        to.append(",\"event\":\"").append(word(part.event()));
        to.append("\",\"source\":\"").append(word(beacon.source())).append("\"}");
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toString();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
