-- Letters to parents that wait for an answer. Nothing about a child is kept, nor the parent's address: the token in the
-- letter carries it, sealed.
CREATE TABLE "user".parental_request (
    id           BIGINT PRIMARY KEY,
    token_hash   BYTEA NOT NULL UNIQUE,
    -- Under a key of this installation.
    address_hash BYTEA NOT NULL,
    expires_at   TIMESTAMPTZ NOT NULL
);
CREATE INDEX parental_request_expiring ON "user".parental_request (expires_at);

-- That a parent agreed to a child's account (16 CFR 312.5).
CREATE TABLE "user".parental_consent (
    account_id      BIGINT PRIMARY KEY REFERENCES "user".account (id) ON DELETE CASCADE,
    -- The parent's name and address and the token to revoke with, closed in the child's vault.
    parent          BYTEA NOT NULL,
    address_hash    BYTEA NOT NULL,
    -- email-plus.
    method          TEXT NOT NULL,
    version         TEXT NOT NULL,
    text_hash       BYTEA NOT NULL,
    agreed_at       TIMESTAMPTZ NOT NULL,
    -- When the second letter goes out, which makes sure; null: it did.
    confirm_at      TIMESTAMPTZ,
    revocation_hash BYTEA NOT NULL UNIQUE
);
CREATE INDEX parental_consent_confirm ON "user".parental_consent (confirm_at) WHERE confirm_at IS NOT NULL;
