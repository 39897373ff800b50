package dev.vsh.driver.lxc.store;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.Errno;
import dev.vsh.linux.Fd;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The right to change a domain or a network, between threads and processes: flock(2) on {@code NAME.lock} in the run folder, which
 * goes with its owner however that ends. Held for one verb, and only one at a time by a thread.
 */
public final class DomainLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAUSE_MILLIS = 5;

    private final Path file;
    private final Fd fd;

    private DomainLock(Path file, Fd fd) {
        this.file = file;
        this.fd = fd;
    }

    /**
     * Waits for the lock.
     *
     * @throws DriverException OPERATION_TIMEOUT when somebody keeps it for more than a minute; SYSTEM_ERROR when the
     *     folder cannot be used
     */
    public static DomainLock acquire(Syscalls syscalls, Folders folders, String domain) {
        StateFile.createFolder(folders.run());
        Path file = folders.run().resolve(domain + ".lock");
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            Fd fd = open(syscalls, file);
            if (syscalls.tryLock(fd)) {
                if (isStill(file, fd)) {
                    return new DomainLock(file, fd);
                }
            } else {
                pause();
            }
            fd.close();
        }
        throw new DriverException(
                ErrorCode.OPERATION_TIMEOUT,
                "cannot acquire the lock of '"
                        + domain
                        + "': another process holds '"
                        + file
                        + "'");
    }

    /**
     * The lock if nobody has it.
     *
     * @throws DriverException as {@link #acquire}
     */
    public static Optional<DomainLock> tryAcquire(
            Syscalls syscalls, Folders folders, String domain) {
        Path file = folders.run().resolve(domain + ".lock");
        Fd fd = open(syscalls, file);
        if (syscalls.tryLock(fd) && isStill(file, fd)) {
            return Optional.of(new DomainLock(file, fd));
        }
        fd.close();
        return Optional.empty();
    }

    private static Fd open(Syscalls syscalls, Path file) {
        try {
            return syscalls.open(file.toString(), OpenFlags.O_RDWR | OpenFlags.O_CREAT);
        } catch (SyscallException e) {
            ErrorCode code =
                    e.errno() == Errno.EACCES ? ErrorCode.ACCESS_DENIED : ErrorCode.SYSTEM_ERROR;
            throw new DriverException(
                    code, "cannot open lock file '" + file + "': " + e.errno().meaning(), e);
        }
    }

    /** Whoever had it before may have removed the file; then the lock on what we opened means nothing. */
    private static boolean isStill(Path file, Fd fd) {
        try {
            Path opened = Path.of("/proc/self/fd/" + fd.number());
            return Files.exists(file) && Files.isSameFile(opened, file);
        } catch (IOException _) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED, "interrupted while waiting for a lock", e);
        }
    }

    /**
     * Removes the lock's file, because nothing is left of the domain. The last thing to do under the lock: from here on
     * somebody else can have one of the same name.
     */
    public void removeFile() {
        StateFile.delete(file);
    }

    @Override
    public void close() {
        fd.close();
    }
}
