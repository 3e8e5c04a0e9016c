-- People who are gone and of whom something may be left here.
CREATE TABLE social.erasure (
    account_id   bigint PRIMARY KEY,
    requested_at timestamptz NOT NULL,
    next_at      timestamptz NOT NULL
);

CREATE INDEX erasure_due ON social.erasure (next_at);
