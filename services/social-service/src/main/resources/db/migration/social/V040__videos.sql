-- What is known here of videos: what the video service told, or answered when it was asked first. Of a deleted video
-- the row stays until its comments are withdrawn.
CREATE TABLE social.video (
    id         bigint  PRIMARY KEY,
    owner_id   bigint  NOT NULL,
    title      text    NOT NULL,
    visibility text    NOT NULL CHECK (visibility IN ('public', 'unlisted', 'private', 'gone')),
    -- Whether anybody may find and play it: lists show it, and it is announced.
    published  boolean NOT NULL,
    -- A time-ordered id of the moment in which it was first published.
    position   bigint
);

CREATE INDEX video_of_owner ON social.video (owner_id, id);
-- One for good, even when its owner deleted it.
CREATE UNIQUE INDEX post_announcing_for_good ON social.post (root_video_id) WHERE kind = 'announcement';
CREATE INDEX video_gone ON social.video (id) WHERE visibility = 'gone';
