package com.socialflow.engines;

import static com.socialflow.engines.Given.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Tag("engines")
@Execution(ExecutionMode.CONCURRENT)
class EmbeddedKafkaTest {

    private static final String TOPIC = "kept";

    @TempDir
    Path data;

    @Test
    void keepsWhatItAcknowledgedWhenItsProgramIsKilled() throws Exception {
        var program = ProgramForTests.start(data, Engine.KAFKA);
        String bootstrap;
        try (var attached = Engines.attach(data)) {
            bootstrap = attached.kafka(PATIENCE);
        }
        makeTopic(bootstrap);
        send(bootstrap, 100);
        program.destroyForcibly().waitFor();

        try (var engines = Engines.start(Given.only(data, Engine.KAFKA), Given.NOBODY_LISTENS)) {
            assertThat(Given.status(engines, Engine.KAFKA).state()).isEqualTo(EngineState.STARTING);
            engines.startKafka();
            assertThat(engines.kafka(PATIENCE)).isEqualTo(bootstrap);
            assertThat(received(bootstrap)).containsExactlyElementsOf(numbers(100));

            comesBackWhenItWantsToEndTheProcess(engines, bootstrap);
        }
    }

    private void comesBackWhenItWantsToEndTheProcess(Engines engines, String bootstrap) throws Exception {
        assertThatThrownBy(() -> Exit.halt(1, "a fatal fault")).isInstanceOf(Error.class);

        Given.eventually(() -> Given.status(engines, Engine.KAFKA).restarts() == 1);
        assertThat(engines.kafka(PATIENCE)).isEqualTo(bootstrap);
        assertThat(received(bootstrap)).hasSize(100);
    }

    private static void makeTopic(String bootstrap) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(String bootstrap, int count) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var number : numbers(count)) {
                producer.send(new ProducerRecord<>(TOPIC, number.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
    }

    private static List<String> received(String bootstrap) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            var all = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                consumer.poll(PATIENCE).forEach(each -> all.add(new String(each.value(), StandardCharsets.UTF_8)));
            }
            return all;
        }
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
