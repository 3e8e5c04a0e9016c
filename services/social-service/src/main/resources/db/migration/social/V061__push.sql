-- The one pair of keys by which push services know this installation (RFC 8292), made at first need.
CREATE TABLE social.push_key (
    id         integer PRIMARY KEY CHECK (id = 1),
    -- An uncompressed point of P-256, 65 bytes.
    public_key  bytea NOT NULL,
    -- PKCS #8, in an envelope.
    private_key bytea NOT NULL
);

-- Where devices of people are told (RFC 8030). The address alone lets whoever has it push: it is known to nobody else.
CREATE TABLE social.push_subscription (
    id          bigint PRIMARY KEY,
    account_id  bigint      NOT NULL,
    endpoint    text        NOT NULL UNIQUE,
    -- The device's public key and its secret (RFC 8291).
    device_key  bytea       NOT NULL,
    device_auth bytea       NOT NULL,
    created_at  timestamptz NOT NULL
);

CREATE INDEX push_subscription_of_account ON social.push_subscription (account_id, id);

-- What devices are still to be told.
CREATE TABLE social.push_delivery (
    subscription_id bigint      NOT NULL REFERENCES social.push_subscription (id) ON DELETE CASCADE,
    notification_id bigint      NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (subscription_id, notification_id)
);

CREATE INDEX push_delivery_due ON social.push_delivery (due_at);
