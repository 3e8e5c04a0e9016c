-- People who are gone and of whose videos numbers may be left here.
CREATE TABLE analytics.erasure (
    account_id   bigint PRIMARY KEY,
    requested_at timestamptz NOT NULL
);
