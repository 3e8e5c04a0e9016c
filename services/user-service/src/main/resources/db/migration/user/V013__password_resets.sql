-- Wishes for a new password. Known and unknown names alike are written here and looked up later: who asks learns nothing
-- from the answer or from the time that it takes. A row lives for seconds.
CREATE TABLE "user".password_reset_request (
    id         BIGINT PRIMARY KEY,
    -- What somebody typed: a username or an address, perhaps of nobody.
    login      TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
