-- Bytes on their way in: a tus upload or one PUT. How many have come is what object storage says.
CREATE TABLE video.upload (
    id           bigint PRIMARY KEY,
    video_id     bigint      NOT NULL,
    owner_id     bigint      NOT NULL,
    -- Declared by the client, or for a PUT of unknown length the most that it may send.
    size_bytes   bigint      NOT NULL CHECK (size_bytes >= 0),
    -- As the client sent it, answered by HEAD (tus: Upload-Metadata).
    metadata     text,
    resumable    boolean     NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    completed_at timestamptz,
    -- Given up: its bytes are removed, then its row.
    discarded    boolean     NOT NULL DEFAULT false,
    -- Who writes at this moment. A token that is past its time was left by a process that died.
    lock_token   bigint,
    locked_until timestamptz
);

CREATE INDEX upload_of_owner ON video.upload (owner_id) WHERE completed_at IS NULL AND NOT discarded;

CREATE INDEX upload_of_video ON video.upload (video_id);

CREATE INDEX upload_discarded ON video.upload (id) WHERE discarded;

CREATE INDEX upload_expiring ON video.upload (expires_at);

CREATE INDEX upload_locked ON video.upload (locked_until) WHERE lock_token IS NOT NULL;

-- One row for each person who uploads: locked while limits are checked, so that two uploads can't share one allowance.
CREATE TABLE video.uploader (
    owner_id bigint PRIMARY KEY
);
