-- Answers to requests that carried an Idempotency-Key, to be given again.
CREATE TABLE platform.idempotency (
    scope        TEXT NOT NULL,
    key          TEXT NOT NULL,
    request_hash BYTEA NOT NULL,
    started_at   TIMESTAMPTZ NOT NULL,
    -- The change was committed, in its own transaction; its answer may have been lost all the same.
    committed    BOOLEAN NOT NULL DEFAULT FALSE,
    status       INT,
    content_type TEXT,
    location     TEXT,
    body         BYTEA,
    PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_started_at ON platform.idempotency (started_at);
