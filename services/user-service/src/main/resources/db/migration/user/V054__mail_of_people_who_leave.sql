-- To find the messages of somebody who leaves without opening all of them: an HMAC of the address under a key of this
-- installation. Messages from before have none, and are forgotten within a week as all are.
ALTER TABLE "user".mail ADD COLUMN address_mark BYTEA;
CREATE INDEX mail_address ON "user".mail (address_mark);
