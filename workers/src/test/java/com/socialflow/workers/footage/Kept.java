package com.socialflow.workers.footage;

import com.socialflow.workers.cmaf.InitSegment;
import com.socialflow.workers.cmaf.Segment;
import com.socialflow.workers.encode.RenditionConsumer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what an encoder hands over, as object storage would. */
public final class Kept implements RenditionConsumer {

    private final Path directory;
    private final Map<String, List<Segment>> segments = new TreeMap<>();
    private final Map<String, InitSegment> inits = new TreeMap<>();
    private double progress;

    public Kept(Path directory) {
        this.directory = directory;
    }

    @Override
    public void init(String rendition, InitSegment init) throws IOException {
        Files.createDirectories(directory.resolve(rendition));
        Files.write(directory.resolve(rendition).resolve("init.mp4"), init.bytes());
        var before = inits.put(rendition, init);
        if (before != null && !before.fits(init)) throw new AssertionError("another header for " + rendition);
    }

    @Override
    public void segment(String rendition, Segment segment, Path file) throws IOException {
        Files.copy(file, file(rendition, segment), StandardCopyOption.REPLACE_EXISTING);
        var all = segments.computeIfAbsent(rendition, name -> new ArrayList<>());
        all.removeIf(other -> other.number() == segment.number());
        all.add(segment);
        all.sort(Comparator.comparingInt(Segment::number));
    }

    @Override
    public void progress(double done) {
        progress = done;
    }

    public Path directory() {
        return directory;
    }

    public double progress() {
        return progress;
    }

    public InitSegment header(String rendition) {
        var init = inits.get(rendition);
        if (init == null) throw new AssertionError("no rendition " + rendition + " but " + inits.keySet());
        return init;
    }

    public List<Segment> segments(String rendition) {
        return segments.getOrDefault(rendition, List.of());
    }

    public List<String> renditions() {
        return List.copyOf(inits.keySet());
    }

    public Path file(String rendition, Segment segment) {
        return directory.resolve(rendition).resolve(segment.number() + ".m4s");
    }

    /** All of a rendition in one file, as a player would get it. */
    public Path whole(String rendition) {
        var file = directory.resolve(rendition).resolve("whole.mp4");
        try {
            Files.write(file, header(rendition).bytes());
            for (var segment : segments(rendition)) {
                Files.write(file, Files.readAllBytes(file(rendition, segment)), StandardOpenOption.APPEND);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
