-- What links in mails prove: used once, and known here by their SHA-256 alone.
CREATE TABLE "user".one_time_token (
    hash       BYTEA PRIMARY KEY,
    -- verify-email or reset-password.
    purpose    TEXT NOT NULL,
    account_id BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    -- The address that it was sent to: it proves nothing about another one.
    address    TEXT NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX one_time_token_account ON "user".one_time_token (account_id, purpose);
CREATE INDEX one_time_token_expiry ON "user".one_time_token (expires_at);
