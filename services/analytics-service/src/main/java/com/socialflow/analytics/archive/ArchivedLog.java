package com.socialflow.analytics.archive;

/** Which log: where it is in Kafka, and where its files lie. */
public enum ArchivedLog {
    BEACONS("views.beacons", "views/"),
    IMPRESSIONS("views.impressions", "impressions/");

    private final String topic;
    private final String root;

    ArchivedLog(String topic, String root) {
        this.topic = topic;
        this.root = root;
    }

    /** The log that Kafka has under this name. */
    static ArchivedLog ofTopic(String topic) {
        for (var log : values()) {
            if (log.topic.equals(topic)) {
                return log;
            }
        }
        throw new IllegalArgumentException("no log is archived of topic " + topic);
    }

    String topic() {
        return topic;
    }

    /** What keys of its files begin with. */
    String root() {
        return root;
    }
}
