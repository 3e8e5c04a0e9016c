-- Kept as it was written: pages pass it through unread.
ALTER TABLE video.video ALTER COLUMN renditions TYPE json USING renditions::json;
