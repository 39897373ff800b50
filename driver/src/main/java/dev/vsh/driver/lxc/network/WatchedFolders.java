package dev.vsh.driver.lxc.network;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.NetworkChanges;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Files of some kinds that come into folders, are replaced there, or go: inotify(7). A folder that does not exist is waited
 * for in the nearest one above it that does.
 */
final class WatchedFolders implements NetworkChanges {
    private final Set<Path> folders;
    private final Set<String> suffixes;
    private final WatchService watch;
    private final Map<Path, WatchKey> keys = new HashMap<>();

    /**
     * @param suffixes of the names of files; others come and go unheard
     */
    WatchedFolders(Set<Path> folders, Set<String> suffixes) {
        this.folders = Set.copyOf(folders);
        this.suffixes = Set.copyOf(suffixes);
        try {
            this.watch = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            throw failure(e);
        }
        try {
            watchNearest();
        } catch (DriverException e) {
            close();
            throw e;
        }
    }

    @Override
    public boolean await(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<WatchKey> key = poll(deadline - System.nanoTime());
            if (key.isEmpty()) {
                return false;
            }
            if (isOfOurs(key.get())) {
                return true;
            }
        }
    }

    private Optional<WatchKey> poll(long nanos) {
        try {
            return Optional.ofNullable(watch.poll(nanos, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED, "interrupted while waiting for networks", e);
        }
    }

    private boolean isOfOurs(WatchKey key) {
        boolean files = key.pollEvents().stream().anyMatch(this::isOfOurs);
        boolean there = key.reset();
        Path folder = (Path) key.watchable();
        if (there && folders.contains(folder)) {
            return files;
        }
        Set<Path> before = Set.copyOf(keys.keySet());
        if (!there) {
            keys.remove(folder, key);
        }
        watchNearest();
        return !there || !before.equals(keys.keySet());
    }

    private boolean isOfOurs(WatchEvent<?> event) {
        // Without a name where so much happened that the kernel has lost count.
        return !(event.context() instanceof Path name)
                || suffixes.stream().anyMatch(name.toString()::endsWith);
    }

    private void watchNearest() {
        Set<Path> needed = new HashSet<>();
        for (Path folder : folders) {
            Path nearest;
            do {
                nearest = nearest(folder);
                watch(nearest);
                // Made before it was watched for?
            } while (!nearest.equals(nearest(folder)));
            needed.add(nearest);
        }
        keys.entrySet().stream()
                .filter(each -> !needed.contains(each.getKey()))
                .forEach(each -> each.getValue().cancel());
        keys.keySet().retainAll(needed);
    }

    private static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.isDirectory(there)) {
            // The root is always there.
            there = Objects.requireNonNull(there.getParent());
        }
        return there;
    }

    private void watch(Path folder) {
        try {
            keys.put(
                    folder,
                    folder.register(
                            watch,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_DELETE));
        } catch (NoSuchFileException _) {
            // It has just gone; then it is not the nearest any more.
            return;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static DriverException failure(IOException e) {
        return new DriverException(
                ErrorCode.SYSTEM_ERROR, "cannot watch for networks: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            watch.close();
        } catch (IOException _) {
            // It is closed all the same.
            return;
        }
    }
}
