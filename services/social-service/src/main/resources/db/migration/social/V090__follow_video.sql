-- On the page of which video the person began to follow, or asked to; null: not on one's.
ALTER TABLE social.follow ADD COLUMN video_id bigint;
ALTER TABLE social.follow_request ADD COLUMN video_id bigint;
