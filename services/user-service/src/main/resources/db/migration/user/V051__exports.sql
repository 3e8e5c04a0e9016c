-- Archives of everything that is known of a person, made for that person.
CREATE TABLE "user".export (
    id           BIGINT PRIMARY KEY,
    account_id   BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'ready', 'failed', 'expired')),
    -- 0 to 1.
    progress     DOUBLE PRECISION NOT NULL DEFAULT 0,
    attempts     INT NOT NULL DEFAULT 0,
    -- When it may be taken: not before this moment while waiting, the end of its lease while running.
    due_at       TIMESTAMPTZ NOT NULL,
    -- Only who knows the token may write what came of it.
    lease_token  BIGINT,
    object_key   TEXT,
    bytes        BIGINT,
    created_at   TIMESTAMPTZ NOT NULL,
    expires_at   TIMESTAMPTZ
);
CREATE INDEX export_account ON "user".export (account_id, id DESC);
CREATE INDEX export_open ON "user".export (due_at) WHERE state IN ('waiting', 'running');
CREATE INDEX export_expiring ON "user".export (expires_at) WHERE state = 'ready';
