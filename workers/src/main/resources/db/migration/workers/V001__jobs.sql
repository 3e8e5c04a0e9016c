-- One accepted source and what becomes of it. A newer generation of the same video cancels an older one.
CREATE TABLE workers.job (
    video_id        bigint           NOT NULL,
    generation      integer          NOT NULL,
    state           text             NOT NULL CHECK (state IN ('active', 'ready', 'failed', 'cancelled')),
    source_key      text             NOT NULL,
    source_bytes    bigint           NOT NULL,
    -- What the inspection found; absent until then.
    facts           jsonb,
    -- The sum of its tasks' costs, also of those that are still to come.
    cost            double precision NOT NULL DEFAULT 0,
    progress        double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    -- When the last progress event was appended.
    progressed_at   timestamptz      NOT NULL,
    playable_at     timestamptz,
    failure_code    text,
    failure_message text,
    created_at      timestamptz      NOT NULL,
    ended_at        timestamptz,
    PRIMARY KEY (video_id, generation)
);

CREATE INDEX job_ended ON workers.job (ended_at) WHERE ended_at IS NOT NULL;

-- A piece of work. Rows go when their job ends: this table stays as small as the work at hand.
CREATE TABLE workers.task (
    id           bigint PRIMARY KEY,
    video_id     bigint           NOT NULL,
    generation   integer          NOT NULL,
    kind         text             NOT NULL,
    chunk        integer          NOT NULL DEFAULT 0,
    -- The lower the sooner.
    priority     smallint         NOT NULL,
    -- Running with a due_at that is past is waiting again: its worker died.
    state        text             NOT NULL CHECK (state IN ('waiting', 'running', 'done')),
    -- When it may be taken: not before this moment while waiting, the end of its lease while running.
    due_at       timestamptz      NOT NULL,
    attempts     integer          NOT NULL DEFAULT 0,
    -- Only who knows the token may write what came of the task.
    lease_token  bigint,
    lease_holder text,
    -- Estimated seconds of one core, and how much of that is done, 0 to 1.
    cost         double precision NOT NULL,
    progress     double precision NOT NULL DEFAULT 0,
    result       jsonb,
    created_at   timestamptz      NOT NULL,
    UNIQUE (video_id, generation, kind, chunk)
);

CREATE INDEX task_open ON workers.task (priority, id) WHERE state IN ('waiting', 'running');
