package com.socialflow.viewcount;

import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Leaders;
import com.socialflow.testkit.TestEngines;
import com.socialflow.views.AgentKind;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import com.socialflow.views.Client;
import com.socialflow.views.Content;
import com.socialflow.views.Device;
import com.socialflow.views.Event;
import com.socialflow.views.Moment;
import com.socialflow.views.Part;
import com.socialflow.views.Session;
import com.socialflow.views.Source;
import com.socialflow.views.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes into the log what players would have told. */
public final class WrittenLog implements AutoCloseable {

    private static final String TOPIC = "views.beacons";
    private static final Content HOUR_LONG = new Content(3_600_000, false);

    private final KafkaProducer<byte[], byte[]> producer;

    public WrittenLog() {
        var kafka = TestEngines.kafka();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(4), Optional.empty())))
                    .all()
                    .get();
            Leaders.await(admin, List.of(TOPIC));
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The first seconds of a play by somebody in a browser, just now. */
    public static Beacon beacon(VideoId video, String session, long receivedMillis, int seconds) {
        var played = seconds * 1_000L;
        return new Beacon(
                video,
                Session.of(session),
                0,
                new Moment(receivedMillis, receivedMillis, played),
                new Part(new long[] {0, played}, played, 1, 0, Event.PROGRESS),
                Source.HOME,
                new Viewer(session.hashCode(), 0, false, false),
                new Client(AgentKind.BROWSER, 1, Device.DESKTOP, "DE", false),
                HOUR_LONG,
                null);
    }

    /** Returns when Kafka has them. */
    public void write(Beacon... beacons) {
        for (var beacon : beacons) {
            producer.send(new ProducerRecord<>(TOPIC, beacon.session().toBytes(), BeaconCodec.write(beacon)));
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
