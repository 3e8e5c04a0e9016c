-- Whether to ask for pictures or a poll of the post at all.
ALTER TABLE social.post ADD COLUMN with_images boolean NOT NULL DEFAULT false;
ALTER TABLE social.post ADD COLUMN with_poll boolean NOT NULL DEFAULT false;
-- The quoted author took the permission back: the quote shows nothing and counts nothing any more.
ALTER TABLE social.post ADD COLUMN quote_revoked boolean NOT NULL DEFAULT false;

CREATE INDEX post_of_quote ON social.post (quote_id, id DESC) WHERE quote_id IS NOT NULL;
CREATE INDEX post_pinned ON social.post (author_id, pinned_at DESC) WHERE pinned_at IS NOT NULL;

-- What posts said before they were edited. Goes with the post.
CREATE TABLE social.post_version (
    post_id    bigint      NOT NULL,
    version    integer     NOT NULL,
    text       text        NOT NULL,
    entities   jsonb       NOT NULL,
    warning    text,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (post_id, version)
);

-- Deleted posts whose likes, reposts and bookmarks are still there: a round takes them away, some thousand at a time.
CREATE TABLE social.post_leftover (
    post_id bigint PRIMARY KEY
);
