-- Who handed a video on with the button for it on one day (UTC): once is counted. Kept for as long as the day's salt.
CREATE TABLE view_count.share (
    video_id bigint NOT NULL,
    day      date   NOT NULL,
    -- The salted hash of a visitor; of people who opted out the name that their visit gave itself.
    sharer   text   NOT NULL,
    PRIMARY KEY (video_id, day, sharer)
);

CREATE INDEX share_age ON view_count.share (day);
