-- Posts about a video: what is done with them is done with the video. An announcement stands for the video itself.
CREATE TABLE analytics.video_post (
    post_id   bigint PRIMARY KEY,
    video_id  bigint  NOT NULL,
    kind      text    NOT NULL CHECK (kind IN ('announcement', 'comment', 'share')),
    -- Withdrawn posts may come back.
    withdrawn boolean NOT NULL DEFAULT false
);

CREATE INDEX video_post_of_video ON analytics.video_post (video_id);
