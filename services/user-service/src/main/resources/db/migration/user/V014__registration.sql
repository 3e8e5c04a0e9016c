-- How people come in, once an administrator has changed it; without a row as configured.
CREATE TABLE "user".registration_mode (
    id         SMALLINT PRIMARY KEY CHECK (id = 1),
    -- open, approval, invite or closed.
    mode       TEXT NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE "user".invite (
    id         BIGINT PRIMARY KEY,
    -- SHA-256 of the code, which only its receiver has.
    code_hash  BYTEA NOT NULL UNIQUE,
    -- Whose it is alone; null: whoever has the code, or it was used.
    email      TEXT,
    -- What the new account may do beyond what everyone may.
    roles      TEXT[] NOT NULL,
    created_by BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_by    BIGINT REFERENCES "user".account (id) ON DELETE SET NULL,
    used_at    TIMESTAMPTZ
);

-- Accounts that wait for approval, and why they want in.
CREATE TABLE "user".approval (
    account_id BIGINT PRIMARY KEY REFERENCES "user".account (id) ON DELETE CASCADE,
    reason     TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
