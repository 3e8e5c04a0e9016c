-- What a person is told of. What belongs together is one row: likes and reposts of a post, and new followers, of a day.
CREATE TABLE social.notification (
    id         bigint PRIMARY KEY,
    account_id bigint      NOT NULL,
    kind       text        NOT NULL,
    -- What it is about: a post, a person, a conversation, a case; 0: whoever reads it.
    subject_id bigint      NOT NULL,
    -- Days since 1970 of what is told together; else 0.
    day        integer     NOT NULL,
    -- Held back in a tab of its own, as the person's policy says.
    filtered   boolean     NOT NULL,
    post_id    bigint,
    -- The sort key of the list: rises when somebody joins.
    position   bigint      NOT NULL,
    -- Of those in notification_person, and the newest five of them.
    count      integer     NOT NULL DEFAULT 0,
    people     bigint[]    NOT NULL DEFAULT '{}',
    at         timestamptz NOT NULL,
    -- When streams were told last: a storm is told of every few seconds.
    told_at    timestamptz NOT NULL,
    UNIQUE (account_id, kind, subject_id, day, filtered)
);

CREATE INDEX notification_of_account ON social.notification (account_id, position DESC);
CREATE INDEX notification_of_subject ON social.notification (subject_id, kind);
CREATE INDEX notification_of_post ON social.notification (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX notification_by_age ON social.notification (at);

-- Who did it. A person counts once, and not any more when it is taken back.
CREATE TABLE social.notification_person (
    notification_id bigint NOT NULL REFERENCES social.notification (id) ON DELETE CASCADE,
    person_id       bigint NOT NULL,
    position        bigint NOT NULL,
    PRIMARY KEY (notification_id, person_id)
);

CREATE INDEX notification_person_newest ON social.notification_person (notification_id, position DESC);
CREATE INDEX notification_person_of_person ON social.notification_person (person_id);

-- Up to where a person has read.
CREATE TABLE social.notification_marker (
    account_id bigint PRIMARY KEY,
    position   bigint NOT NULL
);

-- Of whom there is no row: everything as it is by default.
CREATE TABLE social.notification_settings (
    account_id    bigint PRIMARY KEY,
    strangers     text  NOT NULL CHECK (strangers IN ('accept', 'filter', 'drop')),
    new_accounts  text  NOT NULL CHECK (new_accounts IN ('accept', 'filter', 'drop')),
    not_following text  NOT NULL CHECK (not_following IN ('accept', 'filter', 'drop')),
    -- By kind: {"app": …, "push": …, "email": …}; what is missing is as by default.
    kinds         jsonb NOT NULL,
    digest        text  NOT NULL CHECK (digest IN ('off', 'daily', 'weekly')),
    -- When the next letter is due, and the id of one that is not accepted yet.
    digest_at     timestamptz,
    digest_id     bigint
);

CREATE INDEX notification_settings_digest ON social.notification_settings (digest_at) WHERE digest_at IS NOT NULL;

-- Threads that a person does not want to hear of. The root is a post or a video.
CREATE TABLE social.muted_thread (
    account_id bigint NOT NULL,
    root_id    bigint NOT NULL,
    PRIMARY KEY (account_id, root_id)
);

-- Posts of which many are to be told who are not yet: of a new one those whose bell is on for its author, of the end of its
-- poll those who voted. A round tells some hundred at a time.
CREATE TABLE social.notification_fanout (
    post_id    bigint NOT NULL,
    kind       text   NOT NULL,
    author_id  bigint NOT NULL,
    -- People up to this id are told.
    told       bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (post_id, kind)
);

CREATE INDEX follow_with_bell ON social.follow (followed_id, follower_id) WHERE bell;

-- Posts that are gone, whose notifications a round takes away.
CREATE TABLE social.notification_leftover (
    post_id bigint PRIMARY KEY
);
