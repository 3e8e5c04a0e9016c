-- Who signs in often has many sessions that ended, and each sign-in looks at those that go on: they alone are found.
CREATE INDEX session_going ON "user".session (account_id, id DESC) WHERE ended_at IS NULL;
