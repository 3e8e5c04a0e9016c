-- Whose a video is, as the video service told or answered.
CREATE TABLE analytics.video_owner (
    video_id     bigint PRIMARY KEY,
    owner_id     bigint      NOT NULL,
    title        text        NOT NULL,
    -- First public; null: never, or not told.
    published_at timestamptz,
    -- Deleted: its numbers stay in the sums of its owner's channel, which are of the past.
    gone         boolean     NOT NULL DEFAULT false
);

CREATE INDEX video_owner_of_owner ON analytics.video_owner (owner_id, video_id DESC);

-- How long a video is, as the workers found: perhaps before anybody told whose it is.
CREATE TABLE analytics.video_length (
    video_id        bigint PRIMARY KEY,
    duration_millis bigint NOT NULL
);
