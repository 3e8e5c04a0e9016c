package com.socialflow.workers.jobs;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.workers.jobs.Published.PublishedRendition;
import com.socialflow.workers.playlist.DashManifest;
import com.socialflow.workers.playlist.HlsPlaylists;
import com.socialflow.workers.playlist.Layout;
import com.socialflow.workers.playlist.Rendition;
import java.util.List;
import java.util.Optional;

/** Writes the playlists and the manifest of what is all stored, and ends the job. */
class FinishStep implements Step {

    private final ObjectStorage storage;
    private final Jobs jobs;
    private final Patience patience;

    FinishStep(ObjectStorage storage, Jobs jobs, Patience patience) {
        this.storage = storage;
        this.jobs = jobs;
        this.patience = patience;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.FINISH;
    }

    @Override
    public void run(Held held) throws Exception {
        var job = jobs.of(held.task());
        var results = new Results(Results.plan(job), jobs.results(held.task()));
        var pictures = results.pictures();
        var sound = results.sound();
        var outputs = new Outputs(storage, held);
        // What refers comes after what it refers to: players of the early playlist may read in between.
        for (var rendition : pictures) {
            outputs.put(Layout.playlist(rendition.name()), HlsPlaylists.media(rendition, true));
        }
        if (sound.isPresent()) {
            outputs.put(Layout.playlist(sound.get().name()), HlsPlaylists.media(sound.get(), true));
        }
        outputs.put(Layout.HLS, HlsPlaylists.master(pictures, sound));
        outputs.put(Layout.DASH, DashManifest.of(pictures, sound));
        var published = new Published(
                outputs.key(Layout.HLS),
                outputs.key(Layout.DASH),
                results.picture(TaskKind.POSTER).orElse(""),
                results.picture(TaskKind.STORYBOARD).orElse(""),
                renditions(pictures, sound));
        patience.end(held, () -> jobs.ready(held.lease(), published));
    }

    private static List<PublishedRendition> renditions(List<Rendition> pictures, Optional<Rendition> sound) {
        var soundPeak = sound.map(Rendition::peakBitrate).orElse(0L);
        return pictures.stream()
                .map(rendition -> switch (rendition.media()) {
                    case Rendition.Media.Picture picture ->
                        new PublishedRendition(
                                rendition.name(),
                                picture.width(),
                                picture.height(),
                                rendition.peakBitrate() + soundPeak);
                    case Rendition.Media.Sound _ ->
                        throw new IllegalStateException("%s is no picture".formatted(rendition.name()));
                })
                .toList();
    }
}
