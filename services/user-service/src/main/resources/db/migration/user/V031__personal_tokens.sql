-- Tokens that a person makes for programs of his or her own.
CREATE TABLE "user".personal_token (
    id         BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    -- SHA-256 of the token.
    hash       BYTEA NOT NULL UNIQUE,
    scopes     TEXT[] NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    -- To the hour: it tells whether somebody still needs the token.
    used_at    TIMESTAMPTZ
);
CREATE INDEX personal_token_account ON "user".personal_token (account_id, id);
