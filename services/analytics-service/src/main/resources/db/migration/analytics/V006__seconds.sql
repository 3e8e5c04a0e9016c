-- Plays that began in the last minutes, by second: for the eye only, swept after some minutes.
CREATE TABLE analytics.play_second (
    owner_id bigint      NOT NULL,
    video_id bigint      NOT NULL,
    start_at timestamptz NOT NULL,
    plays    bigint      NOT NULL,
    PRIMARY KEY (owner_id, start_at, video_id)
);

CREATE INDEX play_second_age ON analytics.play_second (start_at);
