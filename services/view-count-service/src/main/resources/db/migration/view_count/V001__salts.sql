-- What addresses are hashed with, one a day. A row that is deleted ends what its hashes can be compared with.
CREATE TABLE view_count.salt (
    day   date PRIMARY KEY,
    bytes bytea NOT NULL
);
