-- Programs of other people, registered by their makers.
CREATE TABLE "user".oauth_client (
    -- Also the client_id, written as 13 characters.
    id            BIGINT PRIMARY KEY,
    owner_id      BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    website       TEXT,
    redirect_uris TEXT[] NOT NULL,
    -- Where a person may be sent after signing out.
    logout_uris   TEXT[] NOT NULL,
    -- authorization-code, client-credentials and device-code.
    flows         TEXT[] NOT NULL,
    -- Whether its tokens are always bound to a key (DPoP).
    dpop          BOOLEAN NOT NULL,
    -- SHA-256 of 256 random bits; null: it can't keep a secret.
    secret_hash   BYTEA,
    created_at    TIMESTAMPTZ NOT NULL,
    changed_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX oauth_client_owner ON "user".oauth_client (owner_id, id);

-- What a person lets a program do, until it is taken back.
CREATE TABLE "user".oauth_consent (
    id         BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    client_id  BIGINT NOT NULL REFERENCES "user".oauth_client (id) ON DELETE CASCADE,
    scopes     TEXT[] NOT NULL,
    granted_at TIMESTAMPTZ NOT NULL,
    UNIQUE (account_id, client_id)
);

-- One authorization of a program: from the question to the last refresh token. Secrets are SHA-256 hashes.
CREATE TABLE "user".oauth_grant (
    id                BIGINT PRIMARY KEY,
    client_id         BIGINT NOT NULL REFERENCES "user".oauth_client (id) ON DELETE CASCADE,
    -- Null: nobody yet, or the program itself.
    account_id        BIGINT REFERENCES "user".account (id) ON DELETE CASCADE,
    -- The sign-in in which it was given; its row may be gone.
    session_id        BIGINT,
    proven_at         TIMESTAMPTZ,
    -- authorization-code, client-credentials or device-code.
    flow              TEXT NOT NULL,
    requested         TEXT[] NOT NULL,
    granted           TEXT[] NOT NULL,
    -- Of the authorization request; null: of another flow, or not sent.
    redirect_uri      TEXT,
    client_state      TEXT,
    code_challenge    TEXT,
    nonce             TEXT,
    -- The key that the program must show to get tokens, and to refresh them.
    code_key          TEXT,
    refresh_key       TEXT,
    -- The question that waits for its answer.
    state_hash        BYTEA UNIQUE,
    code_hash         BYTEA UNIQUE,
    code_used         BOOLEAN NOT NULL DEFAULT FALSE,
    device_hash       BYTEA UNIQUE,
    user_code_hash    BYTEA UNIQUE,
    -- Whether the person has decided; whether the device has got its tokens or was refused.
    user_code_used    BOOLEAN NOT NULL DEFAULT FALSE,
    device_used       BOOLEAN NOT NULL DEFAULT FALSE,
    polled_at         TIMESTAMPTZ,
    -- Of the refresh token: the part that stays for all of them, and the part that is used once.
    family_hash       BYTEA,
    refresh_hash      BYTEA,
    created_at        TIMESTAMPTZ NOT NULL,
    used_at           TIMESTAMPTZ,
    -- Of what can be used next: the question, a code, a refresh token.
    expires_at        TIMESTAMPTZ NOT NULL,
    revoked_at        TIMESTAMPTZ,
    -- taken-back, code-reused, token-reused, revoked-by-program, session-ended, suspended or program-removed.
    revoke_reason     TEXT
);
CREATE INDEX oauth_grant_person ON "user".oauth_grant (account_id, client_id);
CREATE INDEX oauth_grant_session ON "user".oauth_grant (session_id) WHERE revoked_at IS NULL;
CREATE INDEX oauth_grant_expiry ON "user".oauth_grant (expires_at);
CREATE INDEX oauth_grant_revoked ON "user".oauth_grant (revoked_at) WHERE revoked_at IS NOT NULL;
