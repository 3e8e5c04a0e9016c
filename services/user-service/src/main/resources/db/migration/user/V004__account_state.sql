-- Whether somebody may sign in, what is known of the address, and how to speak to them.
ALTER TABLE "user".account
    -- active, awaiting-approval, suspended or leaving.
    ADD COLUMN state             TEXT NOT NULL DEFAULT 'active',
    ADD COLUMN email_verified_at TIMESTAMPTZ,
    -- A BCP 47 tag.
    ADD COLUMN locale            TEXT NOT NULL DEFAULT 'en',
    -- Counts changes, for entity tags.
    ADD COLUMN revision          BIGINT NOT NULL DEFAULT 0;

ALTER TABLE "user".password
    -- Somebody else may know it: nothing but a change of it is allowed.
    ADD COLUMN must_change BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE "user".session
    -- When its person last proved to be that person.
    ADD COLUMN proven_at TIMESTAMPTZ;
UPDATE "user".session SET proven_at = created_at;
ALTER TABLE "user".session ALTER COLUMN proven_at SET NOT NULL;
