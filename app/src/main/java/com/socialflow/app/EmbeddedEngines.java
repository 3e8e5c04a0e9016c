package com.socialflow.app;

import com.socialflow.engines.DataDirectoryTakenException;
import com.socialflow.engines.Engine;
import com.socialflow.engines.EngineState;
import com.socialflow.engines.EngineStatus;
import com.socialflow.engines.EngineUnavailableException;
import com.socialflow.engines.Engines;
import com.socialflow.engines.EnginesSettings;
import com.socialflow.platform.ConfiguredEngines;
import com.socialflow.platform.EngineAddresses;
import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.Roles;
import com.socialflow.platform.database.DatabaseSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engines under this process: those with a configured address are somebody else's, the others run here. A process
 * with some of the roles joins the engines of the one that runs on the same data directory.
 */
final class EmbeddedEngines implements EngineAddresses, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedEngines.class);

    /** A first start unpacks and initialises; a crashed one recovers. */
    private static final Duration START_MAX = Duration.ofMinutes(2);

    private final Engines engines;
    private final Set<Engine> embedded;
    private final ConfiguredEngines configured;

    private EmbeddedEngines(Engines engines, Set<Engine> embedded, ConfiguredEngines configured) {
        this.engines = engines;
        this.embedded = embedded;
        this.configured = configured;
    }

    /** Begins to start what is embedded, and returns at once. */
    static EmbeddedEngines start(
            PlatformSettings platform, DatabaseSettings database, Roles roles, ConfiguredEngines configured) {
        var embedded = EnumSet.noneOf(Engine.class);
        if (database.url().isEmpty()) {
            embedded.add(Engine.POSTGRES);
        }
        if (platform.redis().url().isEmpty()) {
            embedded.add(Engine.REDIS);
        }
        if (platform.kafka().bootstrap().isEmpty()) {
            embedded.add(Engine.KAFKA);
        }
        return new EmbeddedEngines(start(platform, roles, embedded), embedded, configured);
    }

    private static Engines start(PlatformSettings platform, Roles roles, Set<Engine> embedded) {
        try {
            return Engines.start(EnginesSettings.in(platform.data()).withEmbedded(embedded), EmbeddedEngines::announce);
        } catch (DataDirectoryTakenException e) {
            if (roles.names().equals(Roles.ALL)) {
                throw new StartFailure.Refusal(String.valueOf(e.getMessage()));
            }
            log.info("joining the engines of the process that runs on {}", platform.data());
            return Engines.attach(platform.data());
        } catch (EngineUnavailableException e) {
            throw new StartFailure.Refusal(String.valueOf(e.getMessage()));
        }
    }

    /** The database alone, for a program that looks at it and stops: started here, or another process' on this data. */
    static EmbeddedEngines database(
            PlatformSettings platform, DatabaseSettings database, ConfiguredEngines configured) {
        var embedded = EnumSet.noneOf(Engine.class);
        if (database.url().isEmpty()) {
            embedded.add(Engine.POSTGRES);
        }
        try {
            var settings = EnginesSettings.in(platform.data()).withEmbedded(embedded);
            return new EmbeddedEngines(Engines.start(settings, EmbeddedEngines::announce), embedded, configured);
        } catch (DataDirectoryTakenException e) {
            return new EmbeddedEngines(Engines.attach(platform.data()), embedded, configured);
        } catch (EngineUnavailableException e) {
            throw new StartFailure.Refusal(String.valueOf(e.getMessage()));
        }
    }

    private static void announce(EngineStatus status) {
        switch (status.state()) {
            case STARTING, READY, EXTERNAL, STOPPED -> log.debug("{}", status);
            case RESTARTING ->
                log.warn("{} died and is coming back: {}", status.engine().label(), status.detail());
            case FAILED -> log.error("{} is down: {}", status.engine().label(), status.detail());
        }
    }

    @Override
    public DatabaseAddress database() {
        if (!embedded.contains(Engine.POSTGRES)) {
            return configured.database();
        }
        var address = engines.postgres(START_MAX);
        return new DatabaseAddress(address.url(), address.user(), address.password());
    }

    @Override
    public RedisAddress redis() {
        if (!embedded.contains(Engine.REDIS)) {
            return configured.redis();
        }
        var address = engines.redis(START_MAX);
        return new RedisAddress(address.host(), address.port(), address.user(), address.password(), false);
    }

    @Override
    public String kafka(Duration patience) {
        if (!embedded.contains(Engine.KAFKA)) {
            return configured.kafka(patience);
        }
        engines.startKafka();
        return engines.kafka(patience);
    }

    /** Every engine as it is now. */
    List<EngineStatus> statuses() {
        return engines.statuses();
    }

    /** Whether every engine takes connections, as far as this process can tell. */
    boolean ready() {
        return statuses().stream()
                .allMatch(status -> status.state() == EngineState.READY || status.state() == EngineState.EXTERNAL);
    }

    @Override
    public void close() {
        engines.close();
    }
}
