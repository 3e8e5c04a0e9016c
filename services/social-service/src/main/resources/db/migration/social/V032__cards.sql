-- What lies behind links, fetched once for all posts with that link.
CREATE TABLE social.card (
    id          bigint PRIMARY KEY,
    url         text        NOT NULL UNIQUE,
    state       text        NOT NULL CHECK (state IN ('waiting', 'ready', 'failed')),
    title       text        NOT NULL DEFAULT '',
    description text        NOT NULL DEFAULT '',
    -- The host that answered in the end.
    site        text        NOT NULL DEFAULT '',
    -- The name of the stored picture.
    image       text,
    -- When a worker is to fetch it; whoever dies with it leaves it to others then. Null: nothing is to be done.
    next_at     timestamptz,
    attempts    integer     NOT NULL DEFAULT 0,
    -- When it was fetched, or failed, last; before that, when it was asked for.
    settled_at  timestamptz NOT NULL
);

CREATE INDEX card_due ON social.card (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX card_settled ON social.card (settled_at);

CREATE TABLE social.post_card (
    post_id bigint PRIMARY KEY,
    card_id bigint NOT NULL
);

CREATE INDEX post_card_of_card ON social.post_card (card_id);
