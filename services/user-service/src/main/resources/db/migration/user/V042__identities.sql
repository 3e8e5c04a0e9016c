-- Who people are at other providers of identities (OpenID Connect). A subject means something to its issuer alone.
CREATE TABLE "user".identity (
    id           BIGINT PRIMARY KEY,
    account_id   BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    -- As the configuration names it.
    provider     TEXT NOT NULL,
    issuer       TEXT NOT NULL,
    subject      TEXT NOT NULL,
    -- What the person is called there, to tell one from another: an email address or a name.
    label        TEXT NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    last_used_at TIMESTAMPTZ NOT NULL,
    UNIQUE (issuer, subject)
);
CREATE INDEX identity_account ON "user".identity (account_id);

-- Answers of providers that were taken: each is taken once. The hash of a state, until it would be refused as too old.
CREATE TABLE "user".identity_answer (
    state_hash BYTEA PRIMARY KEY,
    taken_at   TIMESTAMPTZ NOT NULL
);
CREATE INDEX identity_answer_taken ON "user".identity_answer (taken_at);
