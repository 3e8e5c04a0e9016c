-- A post, a comment on a video, or the announcement of a video: one model. Of a deleted one the row stays, emptied, so
-- that the thread keeps its shape.
CREATE TABLE social.post (
    id              bigint PRIMARY KEY,
    author_id       bigint      NOT NULL,
    -- An announcement stands in timelines for a video that its owner published; its replies are the video's comments.
    kind            text        NOT NULL CHECK (kind IN ('post', 'announcement')),
    state           text        NOT NULL CHECK (state IN ('published', 'held', 'removed', 'deleted')),
    text            text        NOT NULL,
    -- What mentions, hashtags and links lie in the text, as clients get it.
    entities        jsonb       NOT NULL DEFAULT '[]',
    -- Of a content warning; null: there is none.
    warning         text,
    sensitive       boolean     NOT NULL DEFAULT false,
    language        text,
    visibility      text        NOT NULL CHECK (visibility IN ('public', 'followers')),
    who_may_reply   text        NOT NULL CHECK (who_may_reply IN ('everyone', 'followers', 'mentioned')),
    who_may_quote   text        NOT NULL CHECK (who_may_quote IN ('everyone', 'followers', 'nobody')),

    -- The thread: its first post, or the video that it comments on, and the post that this one answers.
    root_id         bigint      NOT NULL,
    root_video_id   bigint,
    reply_to_id     bigint,
    reply_to_author bigint,
    depth           integer     NOT NULL DEFAULT 0,
    -- Of a root: nobody replies any more.
    locked          boolean     NOT NULL DEFAULT false,
    -- Of a reply: the branch from here on is shown only when asked for.
    branch_hidden   boolean     NOT NULL DEFAULT false,
    -- Of a comment: its video's owner likes it; of one comment at most: it stands first.
    hearted         boolean     NOT NULL DEFAULT false,
    pinned_in_thread boolean    NOT NULL DEFAULT false,

    quote_id        bigint,
    quote_author    bigint,
    -- The attached or announced video.
    video_id        bigint,
    -- Of the author's page: stands first there.
    pinned_at       timestamptz,

    -- Rises with every edit.
    version         integer     NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL,
    edited_at       timestamptz
);

CREATE INDEX post_of_author ON social.post (author_id, id DESC);
CREATE INDEX post_of_thread ON social.post (root_id, id);
CREATE INDEX post_of_reply_to ON social.post (reply_to_id, id) WHERE reply_to_id IS NOT NULL;
CREATE INDEX post_of_video ON social.post (root_video_id, id DESC) WHERE root_video_id IS NOT NULL;
CREATE UNIQUE INDEX post_announcing ON social.post (video_id) WHERE kind = 'announcement';
-- The local public timeline.
CREATE INDEX post_public ON social.post (id DESC)
    WHERE state = 'published' AND visibility = 'public' AND reply_to_id IS NULL AND (root_video_id IS NULL OR kind = 'announcement');

CREATE TABLE social.post_mention (
    post_id    bigint NOT NULL,
    account_id bigint NOT NULL,
    PRIMARY KEY (post_id, account_id)
);

CREATE INDEX post_mention_of_account ON social.post_mention (account_id, post_id DESC);

-- Hashtags, folded to lower case without marks.
CREATE TABLE social.post_tag (
    tag     text   NOT NULL,
    post_id bigint NOT NULL,
    PRIMARY KEY (tag, post_id)
);

CREATE INDEX post_tag_of_post ON social.post_tag (post_id);

CREATE TABLE social.repost (
    account_id bigint NOT NULL,
    post_id    bigint NOT NULL,
    -- A time-ordered id: the repost's place in timelines.
    id         bigint NOT NULL UNIQUE,
    PRIMARY KEY (account_id, post_id)
);

CREATE INDEX repost_of_account ON social.repost (account_id, id DESC) INCLUDE (post_id);
CREATE INDEX repost_of_post ON social.repost (post_id, id DESC) INCLUDE (account_id);

CREATE TABLE social.post_like (
    account_id bigint NOT NULL,
    post_id    bigint NOT NULL,
    position   bigint NOT NULL,
    PRIMARY KEY (account_id, post_id)
);

CREATE INDEX post_like_of_account ON social.post_like (account_id, position DESC) INCLUDE (post_id);
CREATE INDEX post_like_of_post ON social.post_like (post_id, position DESC) INCLUDE (account_id);

CREATE TABLE social.bookmark (
    account_id bigint NOT NULL,
    post_id    bigint NOT NULL,
    position   bigint NOT NULL,
    PRIMARY KEY (account_id, post_id)
);

CREATE INDEX bookmark_of_account ON social.bookmark (account_id, position DESC) INCLUDE (post_id);
CREATE INDEX bookmark_of_post ON social.bookmark (post_id);
