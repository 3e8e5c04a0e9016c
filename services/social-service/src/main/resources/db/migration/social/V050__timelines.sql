-- Whose posts are not brought to their followers' home timelines but fetched by them when they read.
CREATE TABLE social.pulled_author (
    author_id bigint PRIMARY KEY,
    -- Null: for having many followers. Else it ends then: the author posts more than can be brought to everybody.
    until     timestamptz,
    -- Posts are brought again, and those of the time in between are being brought now; until then they are fetched too.
    leaving   boolean NOT NULL DEFAULT false
);

-- How far somebody has read a timeline, on each device.
CREATE TABLE social.read_position (
    account_id bigint      NOT NULL,
    timeline   text        NOT NULL,
    device     text        NOT NULL,
    position   bigint      NOT NULL,
    read_at    timestamptz NOT NULL,
    PRIMARY KEY (account_id, timeline, device)
);

-- The timeline of videos.
CREATE INDEX post_announcement_of_author ON social.post (author_id, id DESC) WHERE kind = 'announcement';
