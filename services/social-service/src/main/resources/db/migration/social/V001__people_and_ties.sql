-- A person's face, as the user service told it last.
CREATE TABLE social.person (
    account_id      bigint PRIMARY KEY,
    username        text        NOT NULL,
    display_name    text        NOT NULL,
    -- Where the square picture of 192 pixels is, from the root of the public address on; empty: there is none.
    avatar          text        NOT NULL DEFAULT '',
    private_account boolean     NOT NULL DEFAULT false,
    made_for_kids   boolean     NOT NULL DEFAULT false,
    age_band        text        NOT NULL DEFAULT 'adult' CHECK (age_band IN ('child', 'teen', 'adult')),
    -- Nobody is to see the person: suspended, not let in yet, or leaving.
    hidden          boolean     NOT NULL DEFAULT false,
    told_at         timestamptz NOT NULL
);

CREATE INDEX person_by_username ON social.person (lower(username) text_pattern_ops);

-- Positions are time-ordered ids: the sort keys of lists.
CREATE TABLE social.follow (
    follower_id bigint  NOT NULL,
    followed_id bigint  NOT NULL,
    position    bigint  NOT NULL,
    -- Whether reposts of the followed person come along.
    reposts     boolean NOT NULL DEFAULT true,
    -- Whether each new post rings.
    bell        boolean NOT NULL DEFAULT false,
    PRIMARY KEY (follower_id, followed_id),
    CHECK (follower_id <> followed_id)
);

CREATE INDEX follow_of_followed ON social.follow (followed_id, position DESC) INCLUDE (follower_id);
CREATE INDEX follow_of_follower ON social.follow (follower_id, position DESC) INCLUDE (followed_id, reposts);

CREATE TABLE social.follow_request (
    target_id    bigint NOT NULL,
    requester_id bigint NOT NULL,
    position     bigint NOT NULL,
    PRIMARY KEY (target_id, requester_id)
);

CREATE INDEX follow_request_of_target ON social.follow_request (target_id, position DESC);
CREATE INDEX follow_request_of_requester ON social.follow_request (requester_id, position DESC);

CREATE TABLE social.block (
    blocker_id bigint NOT NULL,
    blocked_id bigint NOT NULL,
    position   bigint NOT NULL,
    PRIMARY KEY (blocker_id, blocked_id),
    CHECK (blocker_id <> blocked_id)
);

CREATE INDEX block_of_blocked ON social.block (blocked_id, blocker_id);

CREATE TABLE social.mute (
    muter_id      bigint  NOT NULL,
    muted_id      bigint  NOT NULL,
    position      bigint  NOT NULL,
    -- Null: until it is taken back.
    until         timestamptz,
    -- Whether notifications are muted too.
    notifications boolean NOT NULL DEFAULT true,
    PRIMARY KEY (muter_id, muted_id),
    CHECK (muter_id <> muted_id)
);

-- Counts are exact at any moment: what is folded, and the deltas that are not folded yet. A delta is inserted in the
-- transaction of its change, so that nobody waits for a hot row; a round folds them.
CREATE TABLE social.tally (
    -- An account, post or hashtag.
    subject_id bigint NOT NULL,
    -- followers, following, posts; replies, reposts, likes, quotes.
    what       text   NOT NULL,
    count      bigint NOT NULL,
    PRIMARY KEY (subject_id, what)
);

CREATE TABLE social.tally_delta (
    id         bigint  PRIMARY KEY,
    subject_id bigint  NOT NULL,
    what       text    NOT NULL,
    delta      integer NOT NULL
);

CREATE INDEX tally_delta_of_subject ON social.tally_delta (subject_id);
