-- The secret that an account shares with an authenticator app.
CREATE TABLE "user".totp (
    account_id   BIGINT PRIMARY KEY REFERENCES "user".account (id) ON DELETE CASCADE,
    -- Closed in the person's vault.
    secret       BYTEA NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    -- Null until a code has shown that the app has it.
    active_since TIMESTAMPTZ,
    -- The newest step whose code was used: it and those before it work no more.
    last_step    BIGINT NOT NULL DEFAULT 0
);

-- Codes for the day when the app is lost. A used one is gone.
CREATE TABLE "user".recovery_code (
    account_id BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    -- HMAC-SHA-256 under a key of the installation.
    hash       BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (account_id, hash)
);
