package com.socialflow.engines;

/** What the program can bring along, each replaced by yours when its address is configured. */
public enum Engine {
    POSTGRES("PostgreSQL"),
    REDIS("Redis"),
    KAFKA("Kafka");

    private final String label;

    Engine(String label) {
        this.label = label;
    }

    /** Its name as people write it. */
    public String label() {
        return label;
    }

    /** Its name in files and directories. */
    String key() {
        return switch (this) {
            case POSTGRES -> "postgres";
            case REDIS -> "redis";
            case KAFKA -> "kafka";
        };
    }
}
