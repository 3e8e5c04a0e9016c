package com.socialflow.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files that are kept with the program. Folders of what is built are not entered, for programs that other tests start
 * make and remove files there meanwhile.
 */
final class SourceFiles {

    private static final Set<String> MADE = Set.of("target", "node_modules", ".cache", ".git");

    private SourceFiles() {}

    /** In the order of their paths. */
    static List<Path> of(Path root) throws IOException {
        var files = new TreeSet<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = folder.getFileName().toString();
                var ofARun = name.startsWith("data") && Files.exists(folder.resolve("run"));
                return MADE.contains(name) || ofARun ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return List.copyOf(files);
    }
}
