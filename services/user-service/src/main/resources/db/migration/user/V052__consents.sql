-- What people agreed to and what they refused. Rows are only added: the newest of a purpose counts.
CREATE TABLE "user".consent (
    id         BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    -- terms, privacy, personalised-ads, sale-or-sharing or marketing-email.
    purpose    TEXT NOT NULL,
    granted    BOOLEAN NOT NULL,
    -- Which text it was about, in which language, and its SHA-256.
    version    TEXT NOT NULL,
    language   TEXT NOT NULL,
    text_hash  BYTEA NOT NULL,
    -- form, or gpc (Global Privacy Control).
    source     TEXT NOT NULL,
    at         TIMESTAMPTZ NOT NULL
);
CREATE INDEX consent_account ON "user".consent (account_id, purpose, id DESC);
