-- Stored objects that nothing needs any more, removed by prefix until a pass after last_pass_at has found nothing to fail.
CREATE TABLE video.disposal (
    id           bigint PRIMARY KEY,
    prefix       text        NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    next_at      timestamptz NOT NULL,
    last_pass_at timestamptz NOT NULL
);

CREATE INDEX disposal_due ON video.disposal (next_at);
