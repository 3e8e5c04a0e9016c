-- People who are gone and of whom something is left here. A row goes with the last of it.
CREATE TABLE video.erasure (
    owner_id     bigint PRIMARY KEY,
    requested_at timestamptz NOT NULL,
    -- When it is tried (again): whoever works on it moves this ahead first.
    next_at      timestamptz NOT NULL
);

CREATE INDEX erasure_due ON video.erasure (next_at);

CREATE INDEX upload_everything_of_owner ON video.upload (owner_id);
