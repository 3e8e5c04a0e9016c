-- Whether the user service was asked for the person, so that the age band is known. What events tell has none.
ALTER TABLE social.person ADD COLUMN asked boolean NOT NULL DEFAULT true;

-- For search by the beginning of the name that is shown.
CREATE INDEX person_by_display_name ON social.person (lower(display_name) text_pattern_ops);

-- How the person wants to follow, once let in.
ALTER TABLE social.follow_request ADD COLUMN reposts boolean NOT NULL DEFAULT true;
ALTER TABLE social.follow_request ADD COLUMN bell boolean NOT NULL DEFAULT false;

CREATE INDEX block_of_blocker ON social.block (blocker_id, position DESC) INCLUDE (blocked_id);
CREATE INDEX mute_of_muter ON social.mute (muter_id, position DESC);
CREATE INDEX mute_of_muted ON social.mute (muted_id);

-- Whom a person does not want to be suggested again.
CREATE TABLE social.suggestion_dismissal (
    account_id   bigint NOT NULL,
    dismissed_id bigint NOT NULL,
    PRIMARY KEY (account_id, dismissed_id)
);

CREATE INDEX suggestion_dismissal_of_dismissed ON social.suggestion_dismissal (dismissed_id);

CREATE INDEX mute_ended ON social.mute (until) WHERE until IS NOT NULL;
