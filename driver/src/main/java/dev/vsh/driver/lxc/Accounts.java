package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.Errno;
import dev.vsh.linux.Fd;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The container's own {@code /etc/passwd} and {@code /etc/group}. They are somebody else's files: a symlink in them
 * leads nowhere but into the container's root.
 */
final class Accounts {
    private static final int HOME_FIELD = 5;
    private static final long SIZE_LIMIT = 16 * 1024 * 1024;

    /** (uid_t) -1 means "leave it as it is" to setresuid(2), and larger numbers lose their upper bits. */
    private static final long LAST_ID = 0xfffffffeL;

    private final Syscalls syscalls;
    private final Path root;
    private final String description;

    Accounts(Syscalls syscalls, Path root) {
        this(syscalls, root, "root folder '" + root + "'");
    }

    /**
     * @param description of the root, for messages
     */
    Accounts(Syscalls syscalls, Path root, String description) {
        this.syscalls = syscalls;
        this.root = root;
        this.description = description;
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
                entry.map(fields -> id(fields[2], "passwd"))
                        .orElseGet(() -> number(wanted, "user", "passwd"));
        long gid =
                group.map(this::groupId)
                        .or(() -> entry.map(fields -> id(fields[3], "passwd")))
                        .orElse(uid);
        return new Identity(
                uid, gid, entry.map(fields -> supplementary(fields[0])).orElse(List.of()));
    }

    /** A line of {@code /etc/passwd}, as far as it is for people. */
    record Account(String name, String home) {}

    /** The first account with a number, if it is a whole one. */
    Optional<Account> account(long uid) {
        return entry("passwd", "+" + uid)
                .filter(fields -> fields.length > HOME_FIELD)
                .map(fields -> new Account(fields[0], fields[HOME_FIELD]));
    }

    /** Of all users, in the file's order. */
    List<String> names() {
        return lines("passwd").stream()
                .filter(line -> line.indexOf(':') > 0)
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    private long groupId(String group) {
        return entry("group", group)
                .map(fields -> id(fields[2], "group"))
                .orElseGet(() -> number(group, "group", "group"));
    }

    private List<Long> supplementary(String user) {
        List<Long> groups = new ArrayList<>();
        for (String line : lines("group")) {
            String[] fields = line.split(":", -1);
            if (fields.length >= 4 && Arrays.asList(fields[3].split(",")).contains(user)) {
                groups.add(id(fields[2], "group"));
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
        return parse(digits)
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.CONFIG_UNSUPPORTED,
                                        "init "
                                                + kind
                                                + " '"
                                                + text
                                                + "' is not in the container's /etc/"
                                                + file));
    }

    private static long id(String text, String file) {
        return parse(text)
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.CONFIG_UNSUPPORTED,
                                        "'"
                                                + text
                                                + "' in the container's /etc/"
                                                + file
                                                + " is no id"));
    }

    private static OptionalLong parse(String digits) {
        if (!digits.matches("[0-9]{1,10}")) {
            return OptionalLong.empty();
        }
        long id = Long.parseLong(digits);
        return id <= LAST_ID ? OptionalLong.of(id) : OptionalLong.empty();
    }

    private List<String> lines(String file) {
        try (Fd folder = syscalls.open(root.toString(), OpenFlags.O_PATH | OpenFlags.O_DIRECTORY);
                Fd opened =
                        syscalls.openInRoot(
                                folder, "etc/" + file, OpenFlags.O_RDONLY | OpenFlags.O_NONBLOCK)) {
            return read(Path.of("/proc/self/fd/" + opened.number()));
        } catch (SyscallException e) {
            if (e.errno() == Errno.ENOENT) {
                return List.of();
            }
            throw failure(file, e);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** To open a FIFO here would wait for ever, and a name may be in any encoding. */
    private static List<String> read(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile() || attributes.size() > SIZE_LIMIT) {
            throw new IOException("it is no file of accounts");
        }
        return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    }

    private DriverException failure(String file, Exception cause) {
        return new DriverException(
                ErrorCode.SYSTEM_ERROR,
                "cannot read /etc/" + file + " of " + description + ": " + cause.getMessage(),
                cause);
    }
}
