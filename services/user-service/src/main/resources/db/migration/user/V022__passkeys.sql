-- Public halves of key pairs that people sign in with (Web Authentication).
CREATE TABLE "user".passkey (
    id              BIGINT PRIMARY KEY,
    account_id      BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    -- What authenticators call the person: random, and the same for all passkeys of an account.
    user_handle     BYTEA NOT NULL,
    credential_id   BYTEA NOT NULL UNIQUE,
    -- Model, id and public key as the authenticator wrote them.
    attested        BYTEA NOT NULL,
    sign_count      BIGINT NOT NULL,
    transports      TEXT[] NOT NULL,
    backup_eligible BOOLEAN NOT NULL,
    backed_up       BOOLEAN NOT NULL,
    name            TEXT NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    last_used_at    TIMESTAMPTZ
);
CREATE INDEX passkey_account ON "user".passkey (account_id);

-- What browsers were asked to do, until they answer, for five minutes.
CREATE TABLE "user".passkey_ceremony (
    -- SHA-256 of what the client holds.
    hash        BYTEA PRIMARY KEY,
    -- enrol, register or show.
    purpose     TEXT NOT NULL,
    account_id  BIGINT REFERENCES "user".account (id) ON DELETE CASCADE,
    username    TEXT,
    challenge   BYTEA NOT NULL,
    user_handle BYTEA,
    origin      TEXT NOT NULL,
    expires_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX passkey_ceremony_expired ON "user".passkey_ceremony (expires_at);
CREATE INDEX passkey_ceremony_account ON "user".passkey_ceremony (account_id);
