-- Who may not come in, and why.
CREATE TABLE "user".suspension (
    account_id     BIGINT PRIMARY KEY REFERENCES "user".account (id) ON DELETE CASCADE,
    reason         TEXT NOT NULL,
    -- Empty: until somebody ends it.
    until          TIMESTAMPTZ,
    by_account     BIGINT NOT NULL,
    since          TIMESTAMPTZ NOT NULL,
    -- What the account was, and is again afterwards.
    previous_state TEXT NOT NULL
);
CREATE INDEX suspension_until ON "user".suspension (until) WHERE until IS NOT NULL;

-- Accounts by role.
CREATE INDEX account_roles ON "user".account USING GIN (roles);

-- At most one row: who has this token becomes the first administrator.
CREATE TABLE "user".admin_claim (
    id         INT PRIMARY KEY,
    token_hash BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
