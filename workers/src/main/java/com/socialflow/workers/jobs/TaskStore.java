package com.socialflow.workers.jobs;

import com.socialflow.core.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tasks of active jobs. A write of a running task names its lease's token: no row means that the lease is lost. */
class TaskStore {

    /** What a task left, or has so far. */
    record Result(TaskKind kind, int chunk, boolean done, String json) {}

    /** Tasks that could be taken now: how many, and since when the oldest of them. */
    record Depth(TaskKind kind, int tasks, Instant oldest) {}

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Queues a task unless there is one of its kind and chunk. */
    void insert(long id, VideoId video, int generation, NewTask task, Instant due, Instant now) {
        jdbc.sql("""
                INSERT INTO workers.task
                       (id, video_id, generation, kind, chunk, priority, state, due_at, cost, created_at)
                VALUES (:id, :video, :generation, :kind, :chunk, :priority, 'waiting', :due, :cost, :now)
                ON CONFLICT (video_id, generation, kind, chunk) DO NOTHING
                """)
                .param("id", id)
                .param("video", video.value())
                .param("generation", generation)
                .param("kind", task.kind().text())
                .param("chunk", task.chunk())
                .param("priority", task.kind().priority())
                .param("due", time(due))
                .param("cost", task.cost())
                .param("now", time(now))
                .update();
    }

    /** Takes the most urgent task that is due. */
    Optional<Lease> claim(String holder, long token, int priorityMax, Instant now, Instant until) {
        return jdbc.sql("""
                UPDATE workers.task
                   SET state = 'running', due_at = :until, attempts = attempts + 1,
                       lease_token = :token, lease_holder = :holder, progress = 0
                 WHERE id = (SELECT id
                               FROM workers.task
                              WHERE state IN ('waiting', 'running') AND due_at <= :now AND priority <= :priority
                              ORDER BY priority, id
                              LIMIT 1
                                FOR UPDATE SKIP LOCKED)
                RETURNING id, video_id, generation, kind, chunk, attempts
                """)
                .param("until", time(until))
                .param("token", token)
                .param("holder", holder)
                .param("now", time(now))
                .param("priority", priorityMax)
                .query((row, _) -> new Lease(task(row), token, until))
                .optional();
    }

    /** Holds the task for longer and notes how far it is. */
    boolean extend(Lease lease, Instant until, double progress) {
        return jdbc.sql("""
                        UPDATE workers.task SET due_at = :until, progress = :progress
                         WHERE id = :id AND lease_token = :token
                        """)
                        .param("until", time(until))
                        .param("progress", progress)
                        .param("id", lease.task().id())
                        .param("token", lease.token())
                        .update()
                == 1;
    }

    /** Whether the lease is live; it stays so until this transaction ends. */
    boolean holds(Lease lease) {
        return jdbc.sql("SELECT 1 FROM workers.task WHERE id = :id AND lease_token = :token FOR UPDATE")
                .param("id", lease.task().id())
                .param("token", lease.token())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Lets go of a task, to be taken again from {@code due} on. */
    boolean release(Lease lease, Instant due, int attempts) {
        return jdbc.sql("""
                        UPDATE workers.task
                           SET state = 'waiting', due_at = :due, attempts = :attempts, progress = 0,
                               lease_token = NULL, lease_holder = NULL
                         WHERE id = :id AND lease_token = :token
                        """)
                        .param("due", time(due))
                        .param("attempts", attempts)
                        .param("id", lease.task().id())
                        .param("token", lease.token())
                        .update()
                == 1;
    }

    /** Ends a task with what came of it, as JSON. */
    boolean finish(Lease lease, String result) {
        return jdbc.sql("""
                        UPDATE workers.task
                           SET state = 'done', progress = 1, result = CAST(:result AS jsonb),
                               lease_token = NULL, lease_holder = NULL
                         WHERE id = :id AND lease_token = :token
                        """)
                        .param("result", result)
                        .param("id", lease.task().id())
                        .param("token", lease.token())
                        .update()
                == 1;
    }

    /** Notes what others need to know of a task that goes on, as JSON. */
    boolean note(Lease lease, String soFar) {
        return jdbc.sql("""
                        UPDATE workers.task SET result = CAST(:result AS jsonb)
                         WHERE id = :id AND lease_token = :token
                        """)
                        .param("result", soFar)
                        .param("id", lease.task().id())
                        .param("token", lease.token())
                        .update()
                == 1;
    }

    /** Ends a task that belongs to no job. */
    boolean delete(Lease lease) {
        return jdbc.sql("DELETE FROM workers.task WHERE id = :id AND lease_token = :token")
                        .param("id", lease.task().id())
                        .param("token", lease.token())
                        .update()
                == 1;
    }

    /** Drops a job's tasks; whoever runs one loses its lease. Removals stay. */
    void deleteOf(VideoId video, int generation) {
        jdbc.sql("""
                DELETE FROM workers.task
                 WHERE video_id = :video AND generation = :generation AND kind <> :removal
                """)
                .param("video", video.value())
                .param("generation", generation)
                .param("removal", TaskKind.REMOVAL.text())
                .update();
    }

    /** Tasks of a job that are not done. */
    int open(VideoId video, int generation) {
        return jdbc.sql("""
                SELECT count(*)
                  FROM workers.task
                 WHERE video_id = :video AND generation = :generation AND state <> 'done' AND kind <> :removal
                """)
                .param("video", video.value())
                .param("generation", generation)
                .param("removal", TaskKind.REMOVAL.text())
                .query(Integer.class)
                .single();
    }

    /** Seconds of a core that the job's work so far stands for. */
    double costDone(VideoId video, int generation) {
        return jdbc.sql("""
                SELECT coalesce(sum(cost * progress), 0)
                  FROM workers.task
                 WHERE video_id = :video AND generation = :generation
                """)
                .param("video", video.value())
                .param("generation", generation)
                .query(Double.class)
                .single();
    }

    /** What tasks of a job left, done or noted on the way, chunk after chunk. */
    List<Result> results(VideoId video, int generation) {
        return jdbc.sql("""
                SELECT kind, chunk, state = 'done', CAST(result AS text)
                  FROM workers.task
                 WHERE video_id = :video AND generation = :generation AND result IS NOT NULL
                 ORDER BY kind, chunk
                """)
                .param("video", video.value())
                .param("generation", generation)
                .query((row, _) ->
                        new Result(TaskKind.of(row.getString(1)), row.getInt(2), row.getBoolean(3), row.getString(4)))
                .list();
    }

    /** Whether any task of this kind waits or runs. */
    boolean anyOpen(TaskKind kind) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1
                                 FROM workers.task
                                WHERE state IN ('waiting', 'running') AND priority = :priority AND kind = :kind)
                """)
                .param("priority", kind.priority())
                .param("kind", kind.text())
                .query(Boolean.class)
                .single();
    }

    /** What waits for a slot. */
    List<Depth> depths(Instant now) {
        return jdbc.sql("""
                SELECT kind, count(*), min(due_at)
                  FROM workers.task
                 WHERE state IN ('waiting', 'running') AND due_at <= :now
                 GROUP BY kind
                """)
                .param("now", time(now))
                .query((row, _) -> new Depth(
                        TaskKind.of(row.getString(1)),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getLong("id"),
                new VideoId(row.getLong("video_id")),
                row.getInt("generation"),
                TaskKind.of(row.getString("kind")),
                row.getInt("chunk"),
                row.getInt("attempts"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
