-- Messages to people, written with the change that they tell of.
CREATE TABLE "user".mail (
    id         BIGINT PRIMARY KEY,
    -- Which letter, such as verify-email.
    kind       TEXT NOT NULL,
    -- local (there is no mail server: people read it here), queued, sent or failed.
    state      TEXT NOT NULL,
    -- To whom and about what; sealed by the key service.
    envelope   BYTEA NOT NULL,
    -- What it says, with its link; sealed too, and gone once it was sent or given up.
    body       BYTEA,
    attempts   INTEGER NOT NULL DEFAULT 0,
    -- When it is tried (again). Who tries it moves this ahead first.
    next_at    TIMESTAMPTZ NOT NULL,
    -- What the mail server said last.
    failure    TEXT,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX mail_due ON "user".mail (next_at) WHERE state = 'queued';
CREATE INDEX mail_created ON "user".mail (created_at);
