-- People's keys, wrapped by the key-encryption key. A row outlives its account: nobody gets a second key.
CREATE TABLE "user".person_key (
    account_id   BIGINT PRIMARY KEY,
    -- Names the key that wrapped it.
    wrapped_by   TEXT,
    wrapped      BYTEA,
    created_at   TIMESTAMPTZ NOT NULL,
    -- From then on nothing that it closed is readable.
    destroyed_at TIMESTAMPTZ,
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
CREATE INDEX person_key_wrapped_by ON "user".person_key (wrapped_by, account_id);
