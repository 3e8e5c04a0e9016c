-- How much of videos of like length is played, over all of them: what one video's curve is held against. Each class has
-- twice the length of the one before.
CREATE TABLE analytics.like_length (
    length_class integer PRIMARY KEY,
    retention    bytea       NOT NULL,
    views        bigint      NOT NULL,
    computed_at  timestamptz NOT NULL
);
