-- Posts that wait for their authors, as the composer sent them.
CREATE TABLE social.draft (
    id         bigint PRIMARY KEY,
    owner_id   bigint      NOT NULL,
    content    jsonb       NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE INDEX draft_of_owner ON social.draft (owner_id, id DESC);

-- Posts that wait for their hour, as the composer sent them. A row goes in the transaction that publishes its post.
CREATE TABLE social.scheduled_post (
    id         bigint PRIMARY KEY,
    owner_id   bigint      NOT NULL,
    content    jsonb       NOT NULL,
    publish_at timestamptz NOT NULL,
    -- Of one that could not be published: its code, for programs, and a sentence for its owner.
    failure    text,
    sentence   text,
    -- When it is tried; whoever dies with it leaves it to others then. Null: not before its owner does something.
    next_at    timestamptz,
    attempts   integer     NOT NULL DEFAULT 0,
    -- Rises with every change: what was taken to be published is not published when it changed since.
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE INDEX scheduled_post_of_owner ON social.scheduled_post (owner_id, id DESC);
CREATE INDEX scheduled_post_due ON social.scheduled_post (next_at) WHERE next_at IS NOT NULL;
