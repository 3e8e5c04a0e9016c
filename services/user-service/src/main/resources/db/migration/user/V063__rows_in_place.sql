-- A refresh moves a session's end, and a sign-in the last time of a device. With those columns in no index, and room on
-- each page, the row is replaced where it is and no index is touched. What is old is found once an hour by reading all.
DROP INDEX "user".session_expired;
DROP INDEX "user".known_device_seen;
ALTER TABLE "user".session SET (fillfactor = 80);
ALTER TABLE "user".known_device SET (fillfactor = 80);
