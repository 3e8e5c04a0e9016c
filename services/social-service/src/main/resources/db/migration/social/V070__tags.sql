-- A hashtag that somebody used, by its folded form.
CREATE TABLE social.tag (
    tag     text   PRIMARY KEY,
    -- As it was written first.
    shown   text   NOT NULL,
    -- What moderators said of it: it may trend, or it may not. Null: nobody looked yet.
    allowed boolean
);

CREATE INDEX tag_by_prefix ON social.tag (tag text_pattern_ops);

-- Who used a hashtag in which hour: distinct people make a trend, not many posts of one.
CREATE TABLE social.tag_use (
    tag        text        NOT NULL,
    hour       timestamptz NOT NULL,
    account_id bigint      NOT NULL,
    posts      integer     NOT NULL,
    PRIMARY KEY (tag, hour, account_id)
);

CREATE INDEX tag_use_by_hour ON social.tag_use (hour);
CREATE INDEX tag_use_of_account ON social.tag_use (account_id);

CREATE TABLE social.tag_follow (
    account_id bigint NOT NULL,
    tag        text   NOT NULL,
    position   bigint NOT NULL,
    PRIMARY KEY (account_id, tag)
);

-- What trends, as it was worked out last.
CREATE TABLE social.tag_trend (
    tag     text             PRIMARY KEY,
    score   double precision NOT NULL,
    people  integer          NOT NULL,
    posts   integer          NOT NULL,
    -- People in each of the last 24 hours, the newest last.
    history integer[]        NOT NULL
);
