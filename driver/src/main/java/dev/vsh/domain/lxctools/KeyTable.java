package dev.vsh.domain.lxctools;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All keys of {@code lxc.container.conf(5)}, in its order. */
final class KeyTable {
    private static final String NOT_OF_DOCUMENT = "is no part of a domain's document";
    private static final String HOOK = "the driver runs no hooks";
    private static final String LOG = "the driver's log is not set up by a domain";
    private static final String STOP = "how a domain is told to end " + NOT_OF_DOCUMENT;
    private static final String SELINUX_KEYRING = "the keyring has no label of its own";

    private static final Set<String> MOUNTS =
            Set.of(
                    "proc",
                    "proc:mixed",
                    "sys:ro",
                    "cgroup",
                    "cgroup:mixed",
                    "cgroup:ro",
                    "cgroup:rw");

    private static final Pattern CGROUP_FORCE = Pattern.compile("(cgroup:.*):force");

    static final List<Key> GENERAL =
            List.of(
                    Key.mapped("lxc.arch", "x86_64", "<os><type arch='…'>"),
                    Key.mapped("lxc.uts.name", "web", "<name>"),
                    Key.leftOut("lxc.signal.halt", "SIGUSR1", STOP),
                    Key.leftOut("lxc.signal.reboot", "SIGTERM", STOP),
                    Key.leftOut("lxc.signal.stop", "SIGKILL", STOP),
                    Key.mapped("lxc.execute.cmd", "/bin/app", "<init> without lxc.init.cmd"),
                    Key.mapped("lxc.init.cmd", "/bin/init --unit x", "<init>, <initarg>"),
                    Key.mapped("lxc.init.cwd", "/srv", "<initdir>"),
                    Key.mapped("lxc.init.uid", "1000", "<inituser>"),
                    Key.mapped("lxc.init.gid", "1000", "<initgroup>"),
                    Key.leftOut(
                            "lxc.init.groups", "10,20", "they are those of the container's files"),
                    Key.met("lxc.sched.core", "0", isOff(), "0", "there is no core scheduling"),
                    Key.leftOut("lxc.proc.*", "10", "there is no element for files of /proc"),
                    Key.met(
                            "lxc.ephemeral",
                            "0",
                            isOff(),
                            "0",
                            "create starts a domain that is gone after it"),
                    Key.leftOut(
                            "lxc.pty.max",
                            "1024",
                            "the number of pseudo-terminals is the kernel's"),
                    Key.leftOut(
                            "lxc.console.buffer.size",
                            "auto",
                            "the last 64 KiB of a console are always kept"),
                    Key.leftOut("lxc.console.size", "auto", "a console has no log file"),
                    Key.leftOut("lxc.console.logfile", "/tmp/log", "a console has no log file"),
                    Key.leftOut("lxc.console.rotate", "1", "a console has no log file"),
                    Key.leftOut(
                            "lxc.console.path",
                            "none",
                            "a console is always there to be attached to"),
                    Key.mapped("lxc.tty.max", "2", "<console>, at least one"),
                    Key.leftOut(
                            "lxc.tty.dir",
                            "lxc",
                            "terminals are /dev/console and /dev/ttyN themselves"),
                    Key.met("lxc.autodev", "1", isOn(), "1", "/dev is always the driver's"),
                    Key.leftOut("lxc.autodev.tmpfs.size", "1000000", "/dev is as small as it is"),
                    Key.mapped(
                            "lxc.mount.fstab", "/nonexistent/fstab", "<filesystem>, a line each"),
                    Key.mapped("lxc.mount.entry", "/srv srv none bind", "<filesystem>"),
                    Key.met(
                            "lxc.mount.auto",
                            "proc:mixed",
                            KeyTable::isMountedAnyway,
                            "proc, proc:mixed, sys:ro, cgroup and cgroup: with mixed, ro or rw",
                            "/proc/sys and /sys are read-only, and only its own cgroups are seen"),
                    Key.mapped(
                            "lxc.rootfs.path", "/srv/root", "<filesystem> with <target dir='/'/>"),
                    Key.leftOut(
                            "lxc.rootfs.mount",
                            "/mnt",
                            "the driver has a place of its own for that"),
                    Key.mapped("lxc.rootfs.options", "ro", "<readonly/>"),
                    Key.met(
                            "lxc.rootfs.managed",
                            "0",
                            isOff(),
                            "0",
                            "the driver never removes a root folder"));

    static final List<Key> CONTROL =
            List.of(
                    Key.mapped("lxc.cap.drop", "mknod", "<capabilities policy='allow'>"),
                    Key.mapped("lxc.cap.keep", "chown", "<capabilities policy='deny'>"),
                    Key.mapped(
                            "lxc.namespace.clone", "mnt pid uts ipc cgroup", "<privnet/> or not"),
                    Key.mapped("lxc.namespace.keep", "net", "<privnet/> or not"),
                    Key.mapped("lxc.namespace.share.net", "web", "<lxc:sharenet>"),
                    Key.mapped("lxc.namespace.share.ipc", "web", "<lxc:shareipc>"),
                    Key.mapped("lxc.namespace.share.uts", "web", "<lxc:shareuts>"),
                    Key.leftOut(
                            "lxc.namespace.share.*",
                            "web",
                            "a domain shares net, ipc and uts only"),
                    Key.leftOut("lxc.time.offset.boot", "7h", "there are no time namespaces"),
                    Key.leftOut("lxc.time.offset.monotonic", "7h", "there are no time namespaces"),
                    Key.leftOut("lxc.prlimit.*", "1024", "there is no element for resource limits"),
                    Key.leftOut("lxc.sysctl.*", "1", "there is no element for kernel parameters"),
                    Key.mapped("lxc.apparmor.profile", "web", "<seclabel model='apparmor'>"),
                    Key.leftOut(
                            "lxc.apparmor.allow_incomplete",
                            "1",
                            "a profile is applied or refused"),
                    Key.leftOut("lxc.apparmor.allow_nesting", "1", "the driver makes no profiles"),
                    Key.leftOut("lxc.apparmor.raw", "deny", "the driver makes no profiles"),
                    Key.mapped("lxc.selinux.context", "a:b:c:s0", "<seclabel model='selinux'>"),
                    Key.leftOut("lxc.selinux.context.keyring", "a:b:c:s0", SELINUX_KEYRING),
                    Key.met(
                            "lxc.keyring.session",
                            "1",
                            isOn(),
                            "1",
                            "a container always has a session keyring of its own"),
                    Key.met(
                            "lxc.seccomp.profile",
                            "/usr/share/lxc/config/common.seccomp",
                            value -> value.endsWith("/common.seccomp"),
                            "LXC's common.seccomp",
                            "the rules go into <vsh:seccomp>, by hand"),
                    Key.leftOut(
                            "lxc.seccomp.allow_nesting", "1", "filters inside are always stacked"),
                    Key.leftOut("lxc.seccomp.notify.proxy", "unix:/x", "nobody is asked"),
                    Key.leftOut("lxc.seccomp.notify.cookie", "x", "nobody is asked"),
                    Key.mapped("lxc.no_new_privs", "1", "<vsh:no_new_privs/>"),
                    Key.mapped("lxc.idmap", "u 0 100000 65536", "<idmap>"),
                    Key.leftOut("lxc.hook.*", "/bin/true", HOOK),
                    Key.mapped("lxc.include", "more.conf", "what the file or folder says"),
                    Key.leftOut("lxc.log.*", "DEBUG", LOG),
                    Key.met("lxc.start.auto", "0", isOff(), "0", "autostart " + NOT_OF_DOCUMENT),
                    Key.leftOut("lxc.start.delay", "5", "autostart " + NOT_OF_DOCUMENT),
                    Key.leftOut("lxc.start.order", "5", "autostart " + NOT_OF_DOCUMENT),
                    Key.leftOut("lxc.monitor.*", "0", "there is a helper in place of a monitor"),
                    Key.leftOut("lxc.group", "onboot", "there are no groups of domains"),
                    Key.mapped("lxc.environment", "A=b", "<initenv>"));

    private KeyTable() {}

    static Stream<Key> all() {
        return Stream.of(
                        GENERAL.stream(),
                        NetworkKeys.ALL.stream(),
                        CgroupKeys.ALL.stream(),
                        CONTROL.stream())
                .flatMap(keys -> keys);
    }

    /** The first that matches: those with a {@code *} stand behind what they would take in. */
    static Optional<Key> find(String key) {
        return all().filter(each -> each.matches(key)).findFirst();
    }

    static Predicate<String> isOff() {
        return value -> value.equals("0");
    }

    static Predicate<String> isOn() {
        return value -> value.equals("1");
    }

    private static boolean isMountedAnyway(String value) {
        return Words.split(value).stream()
                .map(word -> CGROUP_FORCE.matcher(word).replaceFirst("$1"))
                .allMatch(MOUNTS::contains);
    }
}
