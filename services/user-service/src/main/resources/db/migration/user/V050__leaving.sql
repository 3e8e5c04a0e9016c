-- People who asked to be erased, until they are.
CREATE TABLE "user".departure (
    account_id   BIGINT PRIMARY KEY REFERENCES "user".account (id) ON DELETE CASCADE,
    requested_at TIMESTAMPTZ NOT NULL,
    erases_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX departure_due ON "user".departure (erases_at);

-- Names of people who are gone, under a key of this installation: nobody can take one and pose as them for a while.
CREATE TABLE "user".retired_name (
    name_hash BYTEA PRIMARY KEY,
    until     TIMESTAMPTZ NOT NULL
);

-- Stored objects to remove: one key, or everything under a prefix. Removed until a pass after last_pass_at has succeeded.
CREATE TABLE "user".object_removal (
    id           BIGINT PRIMARY KEY,
    objects      TEXT NOT NULL,
    next_at      TIMESTAMPTZ NOT NULL,
    last_pass_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX object_removal_due ON "user".object_removal (next_at);
