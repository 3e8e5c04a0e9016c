-- Digests of other services that were written already: the same one again is no other letter.
CREATE TABLE "user".digest_letter (
    digest_id  bigint PRIMARY KEY,
    written_at timestamptz NOT NULL
);

CREATE INDEX digest_letter_by_age ON "user".digest_letter (written_at);
