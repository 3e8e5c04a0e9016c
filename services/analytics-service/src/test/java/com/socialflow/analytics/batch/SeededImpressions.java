package com.socialflow.analytics.batch;

import com.socialflow.core.VideoId;
import com.socialflow.views.AgentKind;
import com.socialflow.views.Client;
import com.socialflow.views.Device;
import com.socialflow.views.Impressions;
import com.socialflow.views.Session;
import com.socialflow.views.Shown;
import com.socialflow.views.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Impressions as pages tell them and networks deliver them: some twice, some late and too late, clicks before and after
 * what was clicked, and some of bots, data centres and owners.
 */
public final class SeededImpressions {

    private static final long HOUR = 3_600_000;
    private static final Device[] DEVICES = {Device.DESKTOP, Device.PHONE, Device.TV};
    private static final Source[] SOURCES = {Source.HOME, Source.RELATED, Source.PROFILE};
    private static final String[] COUNTRIES = {"NO", "SE", ""};

    private final Random random;
    private final List<VideoId> videos;
    private final List<Impressions> log = new ArrayList<>();

    public SeededImpressions(long seed, List<VideoId> videos) {
        this.random = new Random(seed);
        this.videos = List.copyOf(videos);
    }

    /** Of so many pages that are opened within the hours, in the order in which the log has them. */
    public List<Impressions> of(int pages, Instant from, int hours) {
        for (var page = 0; page < pages; page++) {
            page(Session.of("page " + random.nextLong()), from.toEpochMilli() + random.nextLong(hours * HOUR));
        }
        record Entry(Impressions told, long written) {}
        return log.stream()
                .map(told -> new Entry(told, told.receivedMillis() + random.nextInt(60_000)))
                .sorted(Comparator.comparingLong(Entry::written))
                .map(Entry::told)
                .toList();
    }

    private void page(Session session, long opened) {
        var kind = random.nextInt(20) == 0 ? AgentKind.BOT : AgentKind.BROWSER;
        var country = COUNTRIES[random.nextInt(COUNTRIES.length)];
        var device = DEVICES[random.nextInt(DEVICES.length)];
        var client = new Client(kind, random.nextLong(1, 20), device, country, random.nextInt(25) == 0);
        var source = SOURCES[random.nextInt(SOURCES.length)];
        var owner = random.nextInt(30) == 0;
        var together = new ArrayList<Shown>();
        var cards = 1 + random.nextInt(12);
        var at = opened;
        for (var card = 0; card < cards; card++) {
            at += 1_000 + random.nextInt(2_000);
            var video = videos.get(random.nextInt(videos.size()));
            var shown = new Shown(video, random.nextLong(), at, source, random.nextInt(40) == 0, owner);
            together.add(shown);
            if (random.nextInt(6) == 0) {
                // The click is told by itself, perhaps sooner than that it was seen.
                var jitter = random.nextInt(60) - 30;
                var clicked = new Shown(video, shown.id(), at + jitter, source, true, owner);
                deliver(session, client, List.of(clicked), at + 100);
            }
        }
        deliver(session, client, together, at);
        if (random.nextInt(5) == 0) {
            deliver(session, client, together, at + random.nextInt(60_000));
        }
    }

    private void deliver(Session session, Client client, List<Shown> shown, long sent) {
        var luck = random.nextInt(100);
        var delay = luck < 90 ? random.nextInt(2_000) : luck < 98 ? random.nextLong(20 * HOUR) : 25 * HOUR;
        log.add(new Impressions(session, sent + delay, client, shown));
    }
}
