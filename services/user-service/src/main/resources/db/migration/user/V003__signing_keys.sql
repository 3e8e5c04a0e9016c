-- Keys of access tokens, of which the newest signs.
CREATE TABLE "user".signing_key (
    id             TEXT PRIMARY KEY,
    -- JSON Web Keys; the private one is sealed under the installation's secret.
    public_key     TEXT NOT NULL,
    private_key    BYTEA NOT NULL,
    created_at     TIMESTAMPTZ NOT NULL,
    signs_until    TIMESTAMPTZ NOT NULL,
    -- Later than every token signed with it.
    verifies_until TIMESTAMPTZ NOT NULL
);
