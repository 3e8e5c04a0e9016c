-- Stored objects that nothing needs any more: one key, or everything under a prefix that ends with a slash. Removed until
-- a pass after last_pass_at has succeeded.
CREATE TABLE video.disposal (
    id           bigint PRIMARY KEY,
    objects      text        NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    next_at      timestamptz NOT NULL,
    last_pass_at timestamptz NOT NULL
);

CREATE INDEX disposal_due ON video.disposal (next_at);
