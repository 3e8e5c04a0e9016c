package com.socialflow.views.population;

import com.socialflow.core.VideoId;
import com.socialflow.views.AgentKind;
import com.socialflow.views.Client;
import com.socialflow.views.Device;
import com.socialflow.views.ViewRule;
import com.socialflow.views.Viewer;
import com.socialflow.views.population.Player.Place;
import com.socialflow.views.population.Player.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A day of people and bots on a handful of videos, as chance has it. */
public final class Population {

    /** Programs that people use. A few of them are what most have. */
    private static final int AGENTS = 400;

    private static final long LONG_MILLIS = 90_000;
    private static final String[] COUNTRIES = {"DE", "FR", "US", "BR", "IN", "JP", "NG", ""};
    private static final long HOUR_MILLIS = 3_600_000;

    private final RandomGenerator random;
    private final ViewRule rule;
    private final long dayMillis;
    private final List<Video> videos = new ArrayList<>();
    private final List<Video> longVideos;
    private final long[] agents = new long[AGENTS];

    /**
     * A population.
     *
     * @param dayMillis when its day begins
     * @param videos how many videos there are to watch, from 8 s to 40 minutes long
     */
    public Population(RandomGenerator random, ViewRule rule, long dayMillis, int videos) {
        this.random = random;
        this.rule = rule;
        this.dayMillis = dayMillis;
        for (var i = 0; i < videos; i++) {
            // Every third is a short one.
            var duration = i % 3 == 2 ? random.nextLong(8_000, LONG_MILLIS) : random.nextLong(LONG_MILLIS, 2_400_000);
            this.videos.add(new Video(videoId(), duration));
        }
        this.longVideos = this.videos.stream()
                .filter(video -> video.durationMillis() >= LONG_MILLIS)
                .toList();
        for (var i = 0; i < AGENTS; i++) {
            agents[i] = id();
        }
    }

    /** People all over the world, a few in each network. */
    public List<Visit> people(int visits) {
        var made = new ArrayList<Visit>(visits);
        while (made.size() < visits) {
            var network = id();
            var household = 1 + random.nextInt(4);
            for (var i = 0; i < household && made.size() < visits; i++) {
                made.add(person(video(), hour(), network));
            }
        }
        return made;
    }

    /** People of one network, who watch one video within an hour. In a data centre they come through a VPN. */
    public List<Visit> behindOneAddress(int people, long durationMillis, boolean dataCentre) {
        var network = id();
        var hour = hour();
        var video = new Video(videoId(), durationMillis);
        var made = new ArrayList<Visit>(people);
        for (var i = 0; i < people; i++) {
            made.add(People.visit(rule, player(video, hour, place(network, dataCentre))));
        }
        return made;
    }

    /** About so many visits of a kind; bots that come in numbers come in numbers. */
    public List<Visit> of(Kind kind, int visits) {
        var made = new ArrayList<Visit>(visits);
        while (made.size() < visits) {
            switch (kind) {
                case PERSON -> made.add(person(video(), hour(), id()));
                case OWNER -> made.add(owner());
                case DECLARED_BOT -> made.add(declared());
                case HIDDEN_TAB -> made.add(Bots.hidden(player(video(), hour(), place(id(), false))));
                case IMPOSSIBLE_INTERVALS -> made.add(Bots.impossible(player(video(), hour(), place(id(), false))));
                case TOO_FAST -> made.add(Bots.tooFast(player(video(), hour(), place(id(), false))));
                case ROBOTIC -> made.add(Bots.robotic(player(longVideo(), hour(), place(id(), false))));
                case VIEW_FARM -> made.addAll(farm());
                case DATA_CENTRE_BURST -> made.addAll(burst());
                case REPLAYED_SESSION -> made.addAll(replays());
            }
        }
        return made;
    }

    private Visit person(Video video, long hour, long network) {
        return People.visit(rule, player(video, hour, place(network, false)));
    }

    private Visit owner() {
        var place = place(id(), false);
        var viewer = new Viewer(id(), place.viewer().network(), true, false);
        return not(People.visit(rule, player(video(), hour(), new Place(viewer, place.client()))), Kind.OWNER);
    }

    private Visit declared() {
        var place = place(id(), random.nextBoolean());
        var client = new Client(
                AgentKind.BOT, agents[0], Device.UNKNOWN, "US", place.client().dataCentre());
        return not(People.visit(rule, player(video(), hour(), new Place(place.viewer(), client))), Kind.DECLARED_BOT);
    }

    private static Visit not(Visit visit, Kind kind) {
        return new Visit(kind, false, visit.beacons());
    }

    private List<Visit> farm() {
        var video = longVideo();
        var hour = hour();
        var network = id();
        return crowd(random.nextInt(30, 120), () -> Bots.farmed(rule, player(video, hour, place(network, false))));
    }

    private List<Visit> burst() {
        var video = longVideo();
        var hour = hour();
        var network = id();
        return crowd(random.nextInt(12, 60), () -> Bots.rented(player(video, hour, place(network, true))));
    }

    private List<Visit> replays() {
        var captured = person(longVideo(), hour(), id());
        while (!captured.counts() || captured.beacons().size() < 3) {
            captured = person(longVideo(), hour(), id());
        }
        var original = captured;
        var began = original.beacons().getFirst().moment().atMillis();
        var later = HOUR_MILLIS - began % HOUR_MILLIS + HOUR_MILLIS * random.nextInt(3);
        var network = id();
        return crowd(
                random.nextInt(12, 50),
                () -> Bots.replayed(random, original, later + random.nextLong(HOUR_MILLIS), place(network, false)));
    }

    private static List<Visit> crowd(int visits, Supplier<Visit> one) {
        var made = new ArrayList<Visit>(visits);
        for (var i = 0; i < visits; i++) {
            made.add(one.get());
        }
        return made;
    }

    private Player player(Video video, long hour, Place place) {
        return new Player(random, video, hour + random.nextLong(HOUR_MILLIS), place);
    }

    private Place place(long network, boolean dataCentre) {
        var agent = agents[(int) (AGENTS * Math.pow(random.nextDouble(), 3))];
        var device = Device.values()[1 + random.nextInt(Device.values().length - 1)];
        var country = COUNTRIES[random.nextInt(COUNTRIES.length)];
        var kind = random.nextInt(4) == 0 ? AgentKind.APP : AgentKind.BROWSER;
        // Who is signed in is one visitor everywhere.
        var account = random.nextInt(3) == 0 ? id() : 0;
        var visitor = id();
        return new Place(
                new Viewer(account != 0 ? account : visitor, network, false, false),
                new Client(kind, agent, device, country, dataCentre));
    }

    private Video video() {
        return videos.get(random.nextInt(videos.size()));
    }

    /** Whoever is paid for views does not choose the shortest videos. */
    private Video longVideo() {
        return longVideos.get(random.nextInt(longVideos.size()));
    }

    private long hour() {
        return dayMillis + HOUR_MILLIS * random.nextInt(12);
    }

    /** Ids are drawn in pairs, the second for whoever made it: so a seed gives the same with and without that. */
    private VideoId videoId() {
        var video = new VideoId(id());
        id();
        return video;
    }

    private long id() {
        return 1 + random.nextLong(Long.MAX_VALUE - 1);
    }
}
