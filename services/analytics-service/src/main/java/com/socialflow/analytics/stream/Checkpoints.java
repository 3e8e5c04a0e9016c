package com.socialflow.analytics.stream;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * The checkpoints that lie in a directory or a bucket: {@code <root>/<job>/chk-<n>} with a file {@code _metadata},
 * which is written last, so that one without it was never completed. Each start of the program is a job of its own.
 */
final class Checkpoints {

    private static final String METADATA = "_metadata";
    private static final String CHECKPOINT = "chk-";
    private static final String SAVEPOINT = "savepoint-";

    private final Path root;

    Checkpoints(String root) {
        this.root = new Path(root);
    }

    /** Completed ones, the newest first. */
    List<String> complete() throws IOException {
        var found = new ArrayList<FileStatus>();
        for (var job : list(root)) {
            for (var state : list(job.getPath())) {
                if (isState(state.getPath())) {
                    list(state.getPath()).stream()
                            .filter(file -> file.getPath().getName().equals(METADATA))
                            .forEach(found::add);
                }
            }
            if (isState(job.getPath())) {
                list(job.getPath()).stream()
                        .filter(file -> file.getPath().getName().equals(METADATA))
                        .forEach(found::add);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingLong(FileStatus::getModificationTime)
                        .thenComparingInt(file -> number(file.getPath()))
                        .reversed())
                .map(file -> file.getPath().getParent().toString())
                .toList();
    }

    private static boolean isState(Path path) {
        return path.getName().startsWith(CHECKPOINT) || path.getName().startsWith(SAVEPOINT);
    }

    /** Those of one second: a store of objects does not tell times apart any finer. */
    private static int number(Path metadata) {
        var name = metadata.getParent().getName();
        return name.startsWith(CHECKPOINT) ? Integer.parseInt(name.substring(CHECKPOINT.length())) : Integer.MAX_VALUE;
    }

    /** Whether the job has completed one. */
    boolean has(JobID job) throws IOException {
        var own = new Path(root, job.toHexString()).toString();
        return complete().stream().anyMatch(path -> path.contains(own));
    }

    /** Removes what other jobs left: to be called when this one has a checkpoint of its own. */
    void removeAllBut(JobID job) throws IOException {
        for (var other : list(root)) {
            if (!other.getPath().getName().equals(job.toHexString())) {
                files().delete(other.getPath(), true);
            }
        }
    }

    private List<FileStatus> list(Path directory) throws IOException {
        try {
            var found = files().listStatus(directory);
            return found == null ? List.of() : List.of(found);
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private FileSystem files() throws IOException {
        return root.getFileSystem();
    }
}
