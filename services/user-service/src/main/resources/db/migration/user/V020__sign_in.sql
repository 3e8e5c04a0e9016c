-- What people recognize their sign-ins by. Before this version it was not asked.
ALTER TABLE "user".session
    -- How its person proved to be that person: RFC 8176, and recovery-code.
    ADD COLUMN methods     TEXT[] NOT NULL DEFAULT '{pwd}',
    ADD COLUMN device_name TEXT NOT NULL DEFAULT 'Unknown device',
    -- desktop, phone, tablet, program or unknown.
    ADD COLUMN device_kind TEXT NOT NULL DEFAULT 'unknown',
    ADD COLUMN device_mark BYTEA,
    -- A part of the address. Goes with the row, a day after the session ended.
    ADD COLUMN network     TEXT NOT NULL DEFAULT 'unknown';
-- Further reasons to end: ended-remotely, password-changed.

CREATE INDEX session_expired ON "user".session (expires_at);

-- Devices by which accounts were entered, as keyed hashes. Unused ones go after half a year.
CREATE TABLE "user".known_device (
    account_id BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    mark       BYTEA NOT NULL,
    seen_at    TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (account_id, mark)
);
CREATE INDEX known_device_seen ON "user".known_device (seen_at);

-- Sign-ins half done. Answered ones go at once, others after ten minutes.
CREATE TABLE "user".sign_in_challenge (
    -- SHA-256 of what the client holds.
    hash       BYTEA PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES "user".account (id) ON DELETE CASCADE,
    -- second-factor or new-password.
    purpose    TEXT NOT NULL,
    methods    TEXT[] NOT NULL,
    failures   INTEGER NOT NULL DEFAULT 0,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX sign_in_challenge_account ON "user".sign_in_challenge (account_id);
CREATE INDEX sign_in_challenge_expired ON "user".sign_in_challenge (expires_at);
