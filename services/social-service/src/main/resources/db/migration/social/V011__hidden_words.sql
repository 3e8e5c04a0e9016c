-- What a person does not want to read.
CREATE TABLE social.hidden_word (
    id         bigint PRIMARY KEY,
    account_id bigint      NOT NULL,
    -- As the person wrote it, and as it is compared.
    text       text        NOT NULL,
    folded     text        NOT NULL,
    whole_word boolean     NOT NULL,
    action     text        NOT NULL CHECK (action IN ('hide', 'collapse')),
    -- Null: until it is taken back.
    expires_at timestamptz,
    UNIQUE (account_id, folded)
);
