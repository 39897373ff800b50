package dev.vsh.driver.lxc;

import dev.vsh.linux.Fd;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What runit(8) looks at when it is asked to stop: two files in the container, each a yes when its owner may execute it. By
 * no link out of the container.
 */
record RunitFlags(Syscalls syscalls, long initPid) {
    /** Debian has moved them, for a root that cannot be written to. */
    private static final List<String> STOP = List.of("/run/runit.stopit", "/etc/runit/stopit");

    private static final List<String> REBOOT = List.of("/run/runit.reboot", "/etc/runit/reboot");

    private static final int YES = 0100;
    private static final int NO = 0;

    /** Wherever there is a folder for them; a runit that finds none goes on, and whoever waits for its end hears so. */
    void set(boolean reboot) {
        try (Fd root = syscalls.open("/proc/" + initPid + "/root", OpenFlags.O_PATH)) {
            REBOOT.forEach(file -> set(root, file, reboot ? YES : NO));
            STOP.forEach(file -> set(root, file, YES));
        }
    }

    private void set(Fd root, String place, int mode) {
        try (Fd file = syscalls.openInRoot(root, place, OpenFlags.O_CREAT | OpenFlags.O_WRONLY)) {
            Path opened = Path.of("/proc/self/fd/" + file.number());
            Path init = Path.of("/proc/" + initPid);
            Files.setAttribute(opened, "unix:uid", Files.getAttribute(init, "unix:uid"));
            Files.setAttribute(opened, "unix:gid", Files.getAttribute(init, "unix:gid"));
            Files.setAttribute(opened, "unix:mode", mode);
        } catch (SyscallException | IOException _) {
            // There is no such folder, or it cannot be written to.
            return;
        }
    }
}
