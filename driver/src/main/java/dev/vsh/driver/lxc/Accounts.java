package dev.vsh.driver.lxc;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The container's own {@code /etc/passwd} and {@code /etc/group}. They are somebody else's files: a symlink in them
 * leads nowhere but into the container's root.
 */
final class Accounts {
    private final Syscalls syscalls;
    private final Path root;

    Accounts(Syscalls syscalls, Path root) {
        this.syscalls = syscalls;
        this.root = root;
    }

    /** Who the init is. */
    record Identity(long uid, long gid, List<Long> groups) {
        static final Identity ROOT = new Identity(0, 0, List.of());

        Identity {
            groups = List.copyOf(groups);
        }
    }

    /**
     * @param user a name, a number, or {@code +number} for a number that is never a name
     * @param group likewise; the user's own group when empty
     * @throws DriverException CONFIG_UNSUPPORTED when the container has no such user or group
     */
    Identity resolve(Optional<String> user, Optional<String> group) {
        if (user.isEmpty() && group.isEmpty()) {
            return Identity.ROOT;
        }
        String wanted = user.orElse("0");
        Optional<String[]> entry = entry("passwd", wanted);
        long uid =
                entry.map(fields -> Long.parseLong(fields[2]))
                        .orElseGet(() -> number(wanted, "user", "passwd"));
        long gid =
                group.map(this::groupId)
                        .or(() -> entry.map(fields -> Long.parseLong(fields[3])))
                        .orElse(uid);
        return new Identity(
                uid, gid, entry.map(fields -> supplementary(fields[0])).orElse(List.of()));
    }

    private long groupId(String group) {
        return entry("group", group)
                .map(fields -> Long.parseLong(fields[2]))
                .orElseGet(() -> number(group, "group", "group"));
    }

    private List<Long> supplementary(String user) {
        List<Long> groups = new ArrayList<>();
        for (String line : lines("group")) {
            String[] fields = line.split(":", -1);
            if (fields.length >= 4 && Arrays.asList(fields[3].split(",")).contains(user)) {
                groups.add(Long.parseLong(fields[2]));
            }
        }
        return groups;
    }

    /** By name, or by number: the entry gives a numeric user its group as well. */
    private Optional<String[]> entry(String file, String wanted) {
        boolean numberOnly = wanted.startsWith("+");
        String key = numberOnly ? wanted.substring(1) : wanted;
        List<String[]> entries =
                lines(file).stream()
                        .map(line -> line.split(":", -1))
                        .filter(fields -> fields.length >= 4)
                        .toList();
        Optional<String[]> byName =
                entries.stream().filter(fields -> fields[0].equals(key)).findFirst();
        Optional<String[]> byNumber =
                entries.stream().filter(fields -> fields[2].equals(key)).findFirst();
        return numberOnly ? byNumber : byName.or(() -> byNumber);
    }

    private static long number(String text, String kind, String file) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (digits.matches("[0-9]{1,10}")) {
            return Long.parseLong(digits);
        }
        throw new DriverException(
                ErrorCode.CONFIG_UNSUPPORTED,
                "init " + kind + " '" + text + "' is not in the container's /etc/" + file);
    }

    private List<String> lines(String file) {
        try (Fd folder = syscalls.open(root.toString(), OpenFlags.O_PATH | OpenFlags.O_DIRECTORY);
                Fd opened =
                        syscalls.openInRoot(
                                folder, "etc/" + file, OpenFlags.O_RDONLY | OpenFlags.O_NONBLOCK)) {
            return Files.readAllLines(Path.of("/proc/self/fd/" + opened.number()));
        } catch (SyscallException e) {
            if (e.errno() == Errno.ENOENT) {
                return List.of();
            }
            throw failure(file, e);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private DriverException failure(String file, Exception cause) {
        return new DriverException(
                ErrorCode.SYSTEM_ERROR,
                "cannot read /etc/"
                        + file
                        + " of root folder '"
                        + root
                        + "': "
                        + cause.getMessage(),
                cause);
    }
}
