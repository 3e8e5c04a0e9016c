-- A video from its draft to its deletion. Deleted videos have no row.
CREATE TABLE video.video (
    id               bigint PRIMARY KEY,
    owner_id         bigint           NOT NULL,
    title            text             NOT NULL,
    description      text             NOT NULL,
    tags             text[]           NOT NULL,
    category         text,
    language         text,
    visibility       text             NOT NULL CHECK (visibility IN ('public', 'unlisted', 'private')),

    state            text             NOT NULL CHECK (state IN ('awaiting-upload', 'processing', 'ready', 'failed')),
    progress         double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    failure_code     text,
    failure_message  text,

    -- Rises with every accepted source; what workers say of an older one is ignored.
    generation       integer          NOT NULL DEFAULT 0,
    source_key       text,
    source_bytes     bigint           NOT NULL DEFAULT 0,

    duration_seconds double precision,
    width            integer,
    height           integer,
    renditions       jsonb,
    -- Object keys. An HLS key means that the video can be played.
    hls_key          text,
    dash_key         text,
    poster_key       text,
    storyboard_key   text,
    -- Playback tokens name the epoch they were made in; raising it revokes them.
    playback_epoch   integer          NOT NULL DEFAULT 0,

    -- Rises with every change of the row: ETag, If-Match, Last-Event-ID.
    version          bigint           NOT NULL DEFAULT 1,
    created_at       timestamptz      NOT NULL,
    -- First public and playable. The order is a time-ordered id of that moment: the sort key of "recent".
    published_at     timestamptz,
    published_order  bigint
);

CREATE INDEX video_recent ON video.video (published_order DESC)
    WHERE visibility = 'public' AND hls_key IS NOT NULL AND published_order IS NOT NULL;

CREATE INDEX video_recent_of_owner ON video.video (owner_id, published_order DESC)
    WHERE visibility = 'public' AND hls_key IS NOT NULL AND published_order IS NOT NULL;

CREATE INDEX video_of_owner ON video.video (owner_id, id DESC);

CREATE INDEX video_drafts ON video.video (owner_id) WHERE state = 'awaiting-upload';
