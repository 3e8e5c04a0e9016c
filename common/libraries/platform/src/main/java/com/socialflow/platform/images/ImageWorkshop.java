package com.socialflow.platform.images;

import com.socialflow.core.Ids;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.work.Lane;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where all services of this process have their images made. */
public final class ImageWorkshop implements AutoCloseable {

    /** One at once: it takes up to some 350 MB, most of it for a large WebP or progressive JPEG. */
    private static final int AT_ONCE = 1;

    private static final int WAITING_MAX = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Lane lane = new Lane("image", AT_ONCE, WAITING_MAX, PATIENCE);
    private final Map<String, StoredImages> services = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final ObjectStorage storage;
    private final Ids ids;
    private final Clock clock;
    private final Recurring recurring;

    ImageWorkshop(JdbcClient jdbc, ObjectStorage storage, Ids ids, Clock clock, Recurring recurring) {
        this.jdbc = jdbc;
        this.storage = storage;
        this.ids = ids;
        this.clock = clock;
        this.recurring = recurring;
    }

    /** The images of a service, in whose schema {@code image_disposal} is. */
    public StoredImages of(String service) {
        return services.computeIfAbsent(service, this::made);
    }

    private StoredImages made(String service) {
        var disposals = new ImageDisposals(service, jdbc, storage, clock, recurring);
        return new StoredImages(lane, storage, disposals, ids, clock);
    }

    @Override
    public void close() {
        lane.close();
    }
}
