-- The audit log: a Merkle tree. Nothing in it is ever changed or removed; whoever does is found out.
CREATE TABLE "user".audit_leaf (
    -- From 0, without gaps.
    sequence BIGINT PRIMARY KEY,
    -- An AuditLeaf, to the byte as it is hashed.
    entry    BYTEA NOT NULL,
    hash     BYTEA NOT NULL,
    -- What is searched for, taken from the entry.
    id       BIGINT NOT NULL UNIQUE,
    at       TIMESTAMPTZ NOT NULL,
    action   TEXT NOT NULL,
    actor    BIGINT NOT NULL,
    subject  BIGINT NOT NULL,
    target   TEXT NOT NULL
);
CREATE INDEX audit_leaf_actor ON "user".audit_leaf (actor, sequence);
CREATE INDEX audit_leaf_subject ON "user".audit_leaf (subject, sequence);
CREATE INDEX audit_leaf_action ON "user".audit_leaf (action, sequence);
CREATE INDEX audit_leaf_target ON "user".audit_leaf (target, sequence);

-- Inner nodes of perfect subtrees, so that proofs read a few rows.
CREATE TABLE "user".audit_node (
    level    INT NOT NULL,
    position BIGINT NOT NULL,
    hash     BYTEA NOT NULL,
    PRIMARY KEY (level, position)
);

-- One row: how far the tree has grown. Its lock makes one entry follow another.
CREATE TABLE "user".audit_tree (
    id       INT PRIMARY KEY,
    size     BIGINT NOT NULL,
    frontier BYTEA NOT NULL
);
INSERT INTO "user".audit_tree (id, size, frontier) VALUES (1, 0, '');

-- Keys that sign heads of the tree; the newest does. Private parts are sealed.
CREATE TABLE "user".audit_key (
    id          BIGINT PRIMARY KEY,
    name        TEXT NOT NULL,
    public_key  BYTEA NOT NULL,
    private_key BYTEA NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL
);

-- Signed heads.
CREATE TABLE "user".audit_checkpoint (
    size       BIGINT PRIMARY KEY,
    note       TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
