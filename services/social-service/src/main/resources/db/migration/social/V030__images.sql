-- Pictures that people uploaded for posts. Of one that belongs to nothing yet it is known since when.
CREATE TABLE social.image (
    id          bigint PRIMARY KEY,
    owner_id    bigint      NOT NULL,
    -- Its sizes are stored beside each other under it.
    name        text        NOT NULL UNIQUE,
    width       integer     NOT NULL,
    height      integer     NOT NULL,
    alt         text        NOT NULL DEFAULT '',
    post_id     bigint,
    -- Among the pictures of its post, from 0 on.
    place       smallint    NOT NULL DEFAULT 0,
    -- Since when nothing has it; null: a post has it, or something that waits.
    loose_since timestamptz,
    created_at  timestamptz NOT NULL
);

CREATE INDEX image_of_post ON social.image (post_id, place) WHERE post_id IS NOT NULL;
CREATE INDEX image_of_owner ON social.image (owner_id, id);
CREATE INDEX image_loose ON social.image (loose_since) WHERE loose_since IS NOT NULL;

-- What waits and has the picture: a draft, a scheduled post.
CREATE TABLE social.image_hold (
    image_id  bigint NOT NULL,
    holder_id bigint NOT NULL,
    PRIMARY KEY (image_id, holder_id)
);

CREATE INDEX image_hold_of_holder ON social.image_hold (holder_id);

-- Images whose objects are to be removed: those that nothing has any more, and those that are being stored until their
-- row names them.
CREATE TABLE social.image_disposal (
    image    text PRIMARY KEY,
    attempts integer NOT NULL DEFAULT 0,
    next_at  timestamptz NOT NULL
);

CREATE INDEX image_disposal_due ON social.image_disposal (next_at);
