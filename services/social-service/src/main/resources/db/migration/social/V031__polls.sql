-- Polls of posts. What was voted is counted in social.tally: voters, and option_0 to option_5.
CREATE TABLE social.poll (
    post_id   bigint PRIMARY KEY,
    author_id bigint      NOT NULL,
    options   text[]      NOT NULL,
    multiple  boolean     NOT NULL,
    ends_at   timestamptz NOT NULL,
    -- The end was told.
    ended     boolean     NOT NULL DEFAULT false
);

CREATE INDEX poll_open ON social.poll (ends_at) WHERE NOT ended;

-- One a person: a vote stays as it was given.
CREATE TABLE social.poll_vote (
    post_id    bigint     NOT NULL,
    account_id bigint     NOT NULL,
    -- Options, from 0 on.
    choices    smallint[] NOT NULL,
    PRIMARY KEY (post_id, account_id)
);

CREATE INDEX poll_vote_of_account ON social.poll_vote (account_id, post_id);
