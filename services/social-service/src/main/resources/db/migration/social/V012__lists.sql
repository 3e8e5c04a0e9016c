-- A person's own choice of those whom he or she follows: a timeline of its own.
CREATE TABLE social.list (
    id       bigint PRIMARY KEY,
    owner_id bigint NOT NULL,
    title    text   NOT NULL
);

CREATE INDEX list_of_owner ON social.list (owner_id, id DESC);

-- Only people whom the list's owner follows: whoever is no longer followed is taken out in the same transaction.
CREATE TABLE social.list_member (
    list_id    bigint NOT NULL REFERENCES social.list (id) ON DELETE CASCADE,
    account_id bigint NOT NULL,
    -- The list's owner again: who stops following is taken out of all of the owner's lists by one statement.
    owner_id   bigint NOT NULL,
    -- A time-ordered id: the sort key.
    position   bigint NOT NULL,
    PRIMARY KEY (list_id, account_id)
);

CREATE INDEX list_member_in_order ON social.list_member (list_id, position DESC) INCLUDE (account_id);
CREATE INDEX list_member_of_account ON social.list_member (account_id, owner_id);
