-- Names that somebody gave up. For a while nobody else gets them, and they lead to the account.
CREATE TABLE "user".former_username (
    username   TEXT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    changed_at TIMESTAMPTZ NOT NULL,
    kept_until TIMESTAMPTZ NOT NULL
);
CREATE INDEX former_username_account ON "user".former_username (account_id);

-- When the present name was taken in place of another; null: with the account.
ALTER TABLE "user".account
    ADD COLUMN username_changed_at TIMESTAMPTZ;
