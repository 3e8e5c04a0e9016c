-- People who are private no longer: whoever waits to be let in by them is let in.
CREATE TABLE social.opening (
    account_id bigint PRIMARY KEY
);
