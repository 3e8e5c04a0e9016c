-- Sign-ins. A session's refresh token is used once and replaced; this row knows the last two.
CREATE TABLE "user".session (
    id            BIGINT PRIMARY KEY,
    account_id    BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    -- Whether the tokens travel in a browser's cookies; if not, in bodies.
    browser       BOOLEAN NOT NULL,
    -- SHA-256 of the token's part that stays, and of its part that changes: now, and before the last change.
    family_hash   BYTEA NOT NULL,
    current_hash  BYTEA NOT NULL,
    previous_hash BYTEA,
    -- The part that changes, readable only with the one before it.
    successor     BYTEA,
    created_at    TIMESTAMPTZ NOT NULL,
    refreshed_at  TIMESTAMPTZ NOT NULL,
    expires_at    TIMESTAMPTZ NOT NULL,
    ended_at      TIMESTAMPTZ,
    -- signed-out, token-reused or too-many.
    end_reason    TEXT
);
CREATE INDEX session_account ON "user".session (account_id);
CREATE INDEX session_ended ON "user".session (ended_at) WHERE ended_at IS NOT NULL;
