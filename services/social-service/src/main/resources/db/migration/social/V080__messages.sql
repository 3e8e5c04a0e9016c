CREATE TABLE social.conversation (
    id         bigint  PRIMARY KEY,
    -- The two of a direct conversation, the smaller id first: there is one of each two. Null: a group.
    first_id   bigint,
    second_id  bigint,
    UNIQUE (first_id, second_id)
);

CREATE TABLE social.participant (
    conversation_id bigint  NOT NULL,
    account_id      bigint  NOT NULL,
    -- Whether the conversation is one of two.
    direct          boolean NOT NULL,
    -- requested: somebody wrote whom the person does not follow; declined: the person wants none of it.
    state           text    NOT NULL CHECK (state IN ('member', 'requested', 'declined', 'left')),
    -- Of the newest message that the person sees: the sort key of the list of conversations.
    latest          bigint  NOT NULL,
    -- Up to which message the person has read.
    read_up_to      bigint  NOT NULL DEFAULT 0,
    -- What is not newer the person deleted for himself or herself.
    cleared_up_to   bigint  NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation_id, account_id)
);

CREATE INDEX participant_of_account ON social.participant (account_id, state, latest DESC);

CREATE TABLE social.message (
    id              bigint PRIMARY KEY,
    conversation_id bigint      NOT NULL,
    author_id       bigint      NOT NULL,
    text            text        NOT NULL,
    -- The author took it back: the text is gone.
    deleted         boolean     NOT NULL DEFAULT false
);

CREATE INDEX message_of_conversation ON social.message (conversation_id, id DESC);
CREATE INDEX message_of_author ON social.message (author_id);

-- What somebody showed to the moderators, as it was then: messages are theirs to read in no other way.
CREATE TABLE social.message_report (
    id          bigint PRIMARY KEY,
    message_id  bigint      NOT NULL,
    reporter_id bigint      NOT NULL,
    author_id   bigint      NOT NULL,
    text        text        NOT NULL,
    reason      text        NOT NULL,
    comment     text        NOT NULL,
    reported_at timestamptz NOT NULL,
    -- Null: open.
    resolution  text,
    UNIQUE (message_id, reporter_id)
);

CREATE INDEX message_report_open ON social.message_report (id DESC) WHERE resolution IS NULL;

CREATE TABLE social.message_setting (
    account_id    bigint  PRIMARY KEY,
    -- Who may begin to write to the person.
    open_to       text    NOT NULL CHECK (open_to IN ('everyone', 'followed', 'nobody')),
    -- Whether others see how far the person has read; who hides it sees nobody's.
    read_receipts boolean NOT NULL
);
