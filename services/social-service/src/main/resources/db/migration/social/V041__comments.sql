-- By how much likes make a post seem younger than it is, in units of ids: id + boost is its rank among others.
ALTER TABLE social.post ADD COLUMN boost bigint NOT NULL DEFAULT 0;

CREATE INDEX comment_newest ON social.post (root_video_id, id DESC)
    WHERE root_video_id IS NOT NULL AND reply_to_id IS NULL AND kind = 'post';
CREATE INDEX comment_relevant ON social.post (root_video_id, (id + boost) DESC)
    WHERE root_video_id IS NOT NULL AND reply_to_id IS NULL AND kind = 'post';
CREATE INDEX reply_relevant ON social.post (reply_to_id, (id + boost) DESC) WHERE reply_to_id IS NOT NULL;
CREATE UNIQUE INDEX comment_pinned ON social.post (root_video_id) WHERE pinned_in_thread;
CREATE INDEX comment_held ON social.post (root_video_id, id DESC) WHERE state = 'held';

-- Posts that were liked, or not any more, since their boost was computed.
CREATE TABLE social.boost_due (
    post_id bigint PRIMARY KEY
);

-- What becomes of comments: of one video, and of all videos of a person that say nothing themselves.
CREATE TABLE social.comment_settings (
    video_id bigint PRIMARY KEY,
    mode     text NOT NULL CHECK (mode IN ('open', 'hold-all', 'hold-links', 'closed'))
);

CREATE TABLE social.comment_default (
    account_id bigint PRIMARY KEY,
    mode       text NOT NULL CHECK (mode IN ('open', 'hold-all', 'hold-links', 'closed'))
);

-- Comments with one of these on a video of the person wait for a review.
CREATE TABLE social.watched_word (
    account_id bigint NOT NULL,
    word       text   NOT NULL,
    PRIMARY KEY (account_id, word)
);
