package com.socialflow.social.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.socialflow.testkit.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Likes that come and go in several partitions at once, in batches, some of them twice. */
class StormTest extends NotificationTest {

    private static final int PARTITIONS = 6;
    private static final int FANS = 8;
    private static final int BATCHES = 12;
    private static final int BATCH = 10;

    private final long seed = Long.getLong("seed", 42);

    @Test
    void countsAreExactWhateverComesAtTheSameTime() throws InterruptedException, ExecutionException {
        var posts = List.of(post(alice, "one"), post(alice, "two"));
        var likes = ConcurrentHashMap.<String>newKeySet();
        var partitions = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < PARTITIONS; n++) {
                var fans = new ArrayList<Person>();
                for (int fan = 0; fan < FANS; fan++) {
                    fans.add(person("fan" + n + fan));
                }
                var random = new Random(seed + n);
                partitions.add(threads.submit(() -> {
                    for (int batch = 0; batch < BATCHES; batch++) {
                        var events = new ArrayList<Message>();
                        for (int event = 0; event < BATCH; event++) {
                            var fan = fans.get(random.nextInt(FANS));
                            var post = random.nextInt(posts.size());
                            var liked = random.nextInt(3) > 0;
                            events.add(
                                    liked
                                            ? liked(fan, posts.get(post), alice)
                                            : likeTakenBack(fan, posts.get(post), alice));
                            note(likes, post + ":" + fan.account(), liked);
                        }
                        happen(events.toArray(Message[]::new));
                    }
                }));
            }
        }
        for (var partition : partitions) {
            partition.get();
        }

        var items = list(alice);

        assertThat(items).as("seed %d", seed).hasSize(2);
        for (var item : items) {
            var post = item.path("post").path("text").asString().equals("one") ? "0:" : "1:";
            var expected = likes.stream().filter(like -> like.startsWith(post)).count();
            assertThat(item.path("count").asLong()).as("seed %d", seed).isEqualTo(expected);
            assertThat(item.path("people").size()).isEqualTo((int) Math.min(expected, Told.PEOPLE_MAX));
        }
    }

    private static void note(Set<String> likes, String like, boolean liked) {
        if (liked) {
            likes.add(like);
        } else {
            likes.remove(like);
        }
    }
}
