package com.socialflow.workers.jobs;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.workers.ladder.EncodingPlan;
import com.socialflow.workers.playlist.HlsPlaylists;
import com.socialflow.workers.playlist.Layout;
import java.io.IOException;
import java.util.List;

/**
 * Lets people play a video from the moment when the first segments of its lowest rung and of its sound are stored.
 * These are two tasks, perhaps in two processes: each notes what it has and looks what the other noted; the later one
 * finds both and opens the doors.
 */
final class Premiere {

    private final Jobs jobs;
    private final Patience patience;
    private final Held held;
    private final EncodingPlan plan;
    private final Outputs outputs;
    private boolean shown;

    Premiere(Jobs jobs, Patience patience, ObjectStorage storage, Held held, Job job) {
        this.jobs = jobs;
        this.patience = patience;
        this.held = held;
        this.plan = Results.plan(job);
        this.outputs = new Outputs(storage, held);
        this.shown = job.playable();
    }

    Results results() {
        return new Results(plan, jobs.results(held.task()));
    }

    /** Keeps what this task has stored so far, as JSON. */
    void note(String encoded) {
        patience.write(held, () -> jobs.note(held.lease(), encoded));
    }

    /** Stores the master playlist and says so, unless that is done or something is missing. */
    void showIfPlayable() throws IOException {
        if (shown) {
            return;
        }
        var results = patience.write(held, this::results);
        if (!results.playable()) {
            return;
        }
        outputs.put(Layout.HLS, HlsPlaylists.master(results.opening().stream().toList(), results.sound()));
        patience.write(held, () -> jobs.playable(held.lease(), outputs.key(Layout.HLS)));
        shown = true;
    }

    /**
     * When all of the lowest rung and of the sound is there, ends their playlists: players stop asking for more and can
     * seek everywhere. What is written is the same whoever writes it, so the lease may have ended.
     */
    void endIfComplete() throws IOException {
        var results = results();
        if (!results.openingComplete()) {
            return;
        }
        for (var rendition : List.of(results.opening(), results.sound())) {
            if (rendition.isPresent()) {
                outputs.putAnyway(Layout.playlist(rendition.get().name()), HlsPlaylists.media(rendition.get(), true));
            }
        }
    }
}
