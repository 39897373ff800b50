package dev.vsh.it.harness;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The groups with a mark in their names. Those of other containers are passed over: to look at every file of theirs was a
 * tenth of all tests' time.
 */
final class MarkedGroups extends SimpleFileVisitor<Path> {
    private final String mark;
    private final List<Path> found = new ArrayList<>();

    MarkedGroups(String mark) {
        this.mark = mark;
    }

    List<Path> found() {
        return found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path group, BasicFileAttributes attributes) {
        String name = group.getFileName().toString();
        if (name.contains(mark)) {
            found.add(group);
        }
        return name.endsWith(".libvirt-lxc")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    /** Somebody else's group can go away while it is looked at. */
    @Override
    public FileVisitResult visitFileFailed(Path group, IOException failure) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path group, @Nullable IOException failure) {
        return FileVisitResult.CONTINUE;
    }
}
