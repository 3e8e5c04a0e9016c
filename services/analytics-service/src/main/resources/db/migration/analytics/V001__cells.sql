-- What is counted of one video in one piece of time (UTC), by one dimension. The stream writes absolute values of what
-- it counts, so that writing again changes nothing; what people do beside watching is added in the transaction that
-- notes the event as handled. Neither writes a column of the other.
CREATE TABLE analytics.cell_minute (
    video_id           bigint      NOT NULL,
    -- all: whatever it came from; the others split the same views by what came with them.
    dimension          text        NOT NULL CHECK (dimension IN ('all', 'source', 'country', 'device')),
    start_at           timestamptz NOT NULL,
    -- Such as search, NO or mobile; empty in all.
    dimension_value    text        NOT NULL,

    -- By the stream. Valid views, and all that there were.
    views              bigint      NOT NULL DEFAULT 0,
    raw_views          bigint      NOT NULL DEFAULT 0,
    -- A HyperLogLog sketch of salted hashes of visitors (com.socialflow.analytics.cells.Uniques); null: nobody.
    uniques            bytea,
    -- Of valid views, as all below that does not say otherwise.
    watch_millis       bigint      NOT NULL DEFAULT 0,
    -- The played part of the video in ten-thousandths, summed over views.
    played_sum         bigint      NOT NULL DEFAULT 0,
    -- How often each of 100 parts of the video was played, and how often playing began there; null: never.
    retention          bytea,
    impressions        bigint      NOT NULL DEFAULT 0,
    clicks             bigint      NOT NULL DEFAULT 0,
    live_peak          bigint      NOT NULL DEFAULT 0,

    -- By the stream, of all views: how playing went. The histogram of start-up times counts the starts; null: none.
    startup            bytea,
    stalls             bigint      NOT NULL DEFAULT 0,
    stalled_millis     bigint      NOT NULL DEFAULT 0,
    failures           bigint      NOT NULL DEFAULT 0,
    exits_before_start bigint      NOT NULL DEFAULT 0,

    -- By events of the social service, in all only. What is taken back is subtracted when it is.
    likes              bigint      NOT NULL DEFAULT 0,
    shares             bigint      NOT NULL DEFAULT 0,
    comments           bigint      NOT NULL DEFAULT 0,

    -- By the money services; null: they did not say.
    revenue_micros     bigint,

    -- One video's range of time in one dimension lies together.
    PRIMARY KEY (video_id, dimension, start_at, dimension_value)
);

CREATE TABLE analytics.cell_hour (LIKE analytics.cell_minute INCLUDING ALL);
CREATE TABLE analytics.cell_day (LIKE analytics.cell_minute INCLUDING ALL);

-- Those that are kept for a while only are found by their age.
CREATE INDEX cell_minute_age ON analytics.cell_minute (start_at);
CREATE INDEX cell_hour_age ON analytics.cell_hour (start_at);

-- Who began and ended to follow a channel: not by any one video.
CREATE TABLE analytics.channel_minute (
    owner_id           bigint      NOT NULL,
    start_at           timestamptz NOT NULL,
    subscribers_gained bigint      NOT NULL DEFAULT 0,
    subscribers_lost   bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (owner_id, start_at)
);

CREATE TABLE analytics.channel_hour (LIKE analytics.channel_minute INCLUDING ALL);
CREATE TABLE analytics.channel_day (LIKE analytics.channel_minute INCLUDING ALL);

CREATE INDEX channel_minute_age ON analytics.channel_minute (start_at);
CREATE INDEX channel_hour_age ON analytics.channel_hour (start_at);
