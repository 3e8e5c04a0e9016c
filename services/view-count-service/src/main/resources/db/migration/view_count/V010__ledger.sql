-- Views of a video in an hour that nothing changes any more: absolute numbers, which may be written again.
CREATE TABLE view_count.hour (
    video_id     bigint      NOT NULL,
    begins_at    timestamptz NOT NULL,
    views        bigint      NOT NULL,
    raw_views    bigint      NOT NULL,
    watch_millis bigint      NOT NULL,
    -- Views by the reason that rejects them.
    rejected     jsonb       NOT NULL,
    PRIMARY KEY (video_id, begins_at)
);

-- All closed hours of a video together, so that nobody adds them up again.
CREATE TABLE view_count.total (
    video_id       bigint      NOT NULL PRIMARY KEY,
    -- The first hour that is not in it.
    through        timestamptz NOT NULL,
    views          bigint      NOT NULL,
    raw_views      bigint      NOT NULL,
    watch_millis   bigint      NOT NULL,
    rejected       jsonb       NOT NULL,
    unique_viewers bigint      NOT NULL,
    -- Redis' HyperLogLog of salted hashes, at most 12 KB; united with itself it stays the same.
    sketch         bytea       NOT NULL
);

-- One row: up to where hours are closed.
CREATE TABLE view_count.progress (
    name         text        NOT NULL PRIMARY KEY,
    closed_until timestamptz NOT NULL
);
