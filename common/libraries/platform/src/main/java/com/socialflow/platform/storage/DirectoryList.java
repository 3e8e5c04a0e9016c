package com.socialflow.platform.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** One page of a directory in the order of whole keys, holding never more names than the page has objects. */
final class DirectoryList {

    private final Directory directory;
    private final String after;
    private final int limit;
    private final List<StoredObject> found = new ArrayList<>();

    DirectoryList(Directory directory, String after, int limit) {
        this.directory = directory;
        this.after = after;
        this.limit = limit;
    }

    List<StoredObject> under(String prefix) throws IOException {
        collect(prefix);
        return List.copyOf(found);
    }

    private void collect(String prefix) throws IOException {
        var last = "";
        while (found.size() < limit) {
            var wanted = limit - found.size();
            var children = children(prefix, last, wanted);
            for (var child : children) {
                if (child.endsWith("/")) {
                    collect(child);
                } else if (found.size() < limit) {
                    directory.describe(child).ifPresent(found::add);
                }
            }
            if (children.size() < wanted) {
                return;
            }
            last = children.getLast();
        }
    }

    /** The first children past {@code last} that are, or may hold, keys past {@code after}; folders end in a slash. */
    private List<String> children(String prefix, String last, int wanted) throws IOException {
        var first = new PriorityQueue<String>(Comparator.reverseOrder());
        try (var names = Files.newDirectoryStream(directory.objects().resolve(prefix))) {
            for (var path : names) {
                var child = name(prefix, path);
                var due = child.compareTo(after) > 0 || (child.endsWith("/") && after.startsWith(child));
                if (due && child.compareTo(last) > 0) {
                    first.add(child);
                    if (first.size() > wanted) {
                        first.remove();
                    }
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return first.stream().sorted().toList();
    }

    private static String name(String prefix, Path path) {
        return prefix + path.getFileName() + (Files.isDirectory(path) ? "/" : "");
    }
}
