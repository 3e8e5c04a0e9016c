-- What people say of themselves. Whoever has said nothing yet has no row.
CREATE TABLE "user".profile (
    account_id      BIGINT PRIMARY KEY REFERENCES "user".account (id) ON DELETE CASCADE,
    biography       TEXT NOT NULL DEFAULT '',
    -- In order; of each its name and address.
    link_names      TEXT[] NOT NULL DEFAULT '{}',
    link_urls       TEXT[] NOT NULL DEFAULT '{}',
    -- A BCP 47 tag: what the person mostly speaks here.
    language        TEXT,
    private_account BOOLEAN NOT NULL DEFAULT FALSE,
    made_for_kids   BOOLEAN NOT NULL DEFAULT FALSE,
    -- Names of images; their sizes are stored beside each other.
    avatar          TEXT,
    banner          TEXT
);

-- Images whose objects are to be removed: those that were replaced, and those that are being stored until their row
-- names them.
CREATE TABLE "user".image_disposal (
    image    TEXT PRIMARY KEY,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX image_disposal_due ON "user".image_disposal (next_at);
