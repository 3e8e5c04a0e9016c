-- People and organisations that can sign in.
CREATE TABLE "user".account (
    id           BIGINT PRIMARY KEY,
    -- Lower case.
    username     TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    -- As given, and as compared: of two that differ in case alone there is one.
    email        TEXT NOT NULL,
    email_key    TEXT NOT NULL UNIQUE,
    birth_date   DATE NOT NULL,
    roles        TEXT[] NOT NULL DEFAULT '{}',
    created_at   TIMESTAMPTZ NOT NULL
);

-- Apart from the account: what shows people never reads it, and an account can do without.
CREATE TABLE "user".password (
    account_id BIGINT PRIMARY KEY REFERENCES "user".account (id) ON DELETE CASCADE,
    -- Argon2id with its parameters and salt, in the PHC format.
    hash       TEXT NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);
