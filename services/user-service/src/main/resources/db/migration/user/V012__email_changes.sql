-- Changes of address that wait for both ends: at most one of each account.
CREATE TABLE "user".email_change (
    account_id    BIGINT PRIMARY KEY REFERENCES "user".account (id) ON DELETE CASCADE,
    old_address   TEXT NOT NULL,
    new_address   TEXT NOT NULL,
    -- SHA-256 of the token sent to either; null once it was used, or never needed.
    old_hash      BYTEA UNIQUE,
    new_hash      BYTEA UNIQUE,
    expires_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX email_change_expiry ON "user".email_change (expires_at);
