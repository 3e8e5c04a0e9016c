-- Who began to follow a channel on the page of a video, and of those who ended to. Named by both, for whoever follows
-- says which video it was: only of the video's own channel it is shown, whenever it becomes known whose it is.
CREATE TABLE analytics.video_follower_minute (
    video_id           bigint      NOT NULL,
    owner_id           bigint      NOT NULL,
    start_at           timestamptz NOT NULL,
    subscribers_gained bigint      NOT NULL DEFAULT 0,
    subscribers_lost   bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (video_id, owner_id, start_at)
);

CREATE INDEX video_follower_minute_of_owner ON analytics.video_follower_minute (owner_id);

CREATE TABLE analytics.video_follower_hour (LIKE analytics.video_follower_minute INCLUDING ALL);
CREATE TABLE analytics.video_follower_day (LIKE analytics.video_follower_minute INCLUDING ALL);

CREATE INDEX video_follower_minute_age ON analytics.video_follower_minute (start_at);
CREATE INDEX video_follower_hour_age ON analytics.video_follower_hour (start_at);
