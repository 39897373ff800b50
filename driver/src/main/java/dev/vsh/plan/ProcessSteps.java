package dev.vsh.plan;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.CLOSE_RANGE_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_PATH;
import static dev.vsh.linux.FileFlags.X_OK;
import static dev.vsh.linux.MountFlags.AT_EMPTY_PATH;

import dev.vsh.linux.Constant;
import dev.vsh.linux.Errno;
import dev.vsh.linux.OpenHow;
import dev.vsh.linux.ProcessFlags;
import dev.vsh.linux.SystemCall;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The steps that make a process of the container what it has to be: who it is, what it may do, and at last its program. */
final class ProcessSteps {
    private static final int SIGSTOP = 19;
    private static final long LAST_FD = 0xffffffffL;

    /**
     * All that can be handled, those between the standard and the real-time ones included: whoever started us may have
     * had any of them ignored, and ignoring survives an exec.
     */
    private static final List<Integer> SIGNALS =
            IntStream.rangeClosed(1, 64)
                    .filter(signal -> signal != ProcessFlags.SIGKILL.value())
                    .filter(signal -> signal != SIGSTOP)
                    .boxed()
                    .toList();

    private final InitPlan process;
    private final ProgramBuilder.Section container;
    private final ConfinementSteps confinement;

    ProcessSteps(SecurityPlan security, InitPlan process, ProgramBuilder.Section container) {
        this.process = process;
        this.container = container;
        this.confinement = new ConfinementSteps(security, process.uid(), container);
    }

    void dieWithHelper() {
        container.run(
                "die with the helper",
                SystemCall.PRCTL,
                Argument.constant(ProcessFlags.PR_SET_PDEATHSIG),
                Argument.constant(ProcessFlags.SIGKILL));
    }

    /** In a user namespace that has just been made or entered. */
    void becomeRoot() {
        become("become the container's root", 0, 0, List.of());
        // A change of user id cancels it: commit_creds() in kernel/cred.c.
        dieWithHelper();
    }

    private void become(String label, long uid, long gid, List<Long> groups) {
        var list =
                new Argument.Structure(
                        groups.stream().<Argument.Field>map(Argument.Field.Int32::new).toList(),
                        groups.toString());
        container.run(label, SystemCall.SETGROUPS, Argument.number(groups.size()), list);
        container.run(
                label,
                SystemCall.SETRESGID,
                Argument.number(gid),
                Argument.number(gid),
                Argument.number(gid));
        container.run(
                label,
                SystemCall.SETRESUID,
                Argument.number(uid),
                Argument.number(uid),
                Argument.number(uid));
    }

    /**
     * @param proc the container's {@code /proc}, whatever is mounted over it
     */
    void takeLabel(Slot proc) {
        confinement.takeLabel(proc);
    }

    /** All that is to be done before its program, which runs next. */
    void prepare() {
        showProgram();
        confinement.limitCapabilities();
        container.run("reset inherited state", SystemCall.UMASK, Argument.octal(022));
        // Or the init could read the keys of whoever started it.
        container
                .tolerating(Errno.ENOSYS, Errno.EPERM, Errno.EDQUOT)
                .run(
                        "reset inherited state",
                        SystemCall.KEYCTL,
                        Argument.constant(ProcessFlags.KEYCTL_JOIN_SESSION_KEYRING),
                        Argument.nothing());
        confinement.keepCapabilities();
        become("become the init's user", process.uid(), process.gid(), process.groups());
        confinement.setCapabilities();
        enterFolder(process.directory());
        dieWithHelper();
        resetSignals();
        // Nothing of the helper's may reach the init; its report pipe closes here too, which tells
        // of success.
        container.run(
                "reset inherited state",
                SystemCall.CLOSE_RANGE,
                Argument.number(3),
                new Argument.Numeric(LAST_FD, "~0U"),
                Argument.constant(CLOSE_RANGE_CLOEXEC));
        confinement.confine();
    }

    /** Becomes the program, or fails. */
    void run(String label, String path) {
        container
                .advising(Map.of(Errno.ELOOP, "what it would run is not a file of the container"))
                .run(label, SystemCall.EXECVE, program(path));
    }

    /** Becomes the program, unless there is none that could be run: then what follows is done. */
    void runIfThere(String label, String path) {
        container
                .tolerating(Errno.ENOENT, Errno.ENOTDIR, Errno.EACCES)
                .run(label, SystemCall.EXECVE, program(path));
    }

    private Argument[] program(String path) {
        return new Argument[] {
            Argument.text(path),
            new Argument.TextArray(process.argv()),
            new Argument.TextArray(process.environment())
        };
    }

    /**
     * A link to {@code /proc/self/exe} is no path but a door to what runs now: the host's Java, and with it a file of
     * the host's that can be opened. CVE-2019-5736 began like that.
     */
    void find(String path) {
        String label = "find the init '" + path + "'";
        Slot found = openOwn("init", label, path);
        container.run(
                label,
                SystemCall.FACCESSAT2,
                Argument.result(found),
                Argument.text(""),
                Argument.constant(X_OK),
                Argument.constant(AT_EMPTY_PATH));
        container.run(label, SystemCall.CLOSE, Argument.result(found));
    }

    /** Or a link to {@code /proc/self/fd} would lead to a folder that the helper has open: CVE-2024-21626. */
    private void enterFolder(String path) {
        String label = "enter the init's folder '" + path + "'";
        Slot folder = openOwn("init-folder", label, path);
        container.run(label, SystemCall.FCHDIR, Argument.result(folder));
        container.run(label, SystemCall.CLOSE, Argument.result(folder));
    }

    private Slot openOwn(String name, String label, String path) {
        Map<Errno, String> advice =
                Map.of(
                        Errno.ELOOP,
                        "its links go round, or through /proc to what is not a file of the"
                                + " container");
        return container
                .advising(advice)
                .get(
                        name,
                        label,
                        SystemCall.OPENAT2,
                        Argument.constant(AT_FDCWD),
                        Argument.text(path),
                        new Argument.Structure(
                                List.of(
                                        new Argument.Field.Int64(
                                                Constant.or(O_PATH, O_CLOEXEC).value()),
                                        new Argument.Field.Int64(0),
                                        new Argument.Field.Int64(OpenHow.RESOLVE_NO_MAGICLINKS)),
                                "{flags=O_PATH|O_CLOEXEC, resolve=RESOLVE_NO_MAGICLINKS}"),
                        Argument.number(OpenHow.SIZE));
    }

    /**
     * Makes the process stop in its execve(2) until the helper has seen what it is about to run: an interpreter's path in
     * a script is another way to {@code /proc/self/exe}. With all capabilities, because those that it has now are what
     * the kernel holds an execve(2) against that gives some.
     */
    private void showProgram() {
        container
                .tolerating(Errno.EPERM)
                .run(
                        "show the helper what will run",
                        SystemCall.PTRACE,
                        Argument.constant(ProcessFlags.PTRACE_TRACEME),
                        Argument.number(0),
                        Argument.nothing(),
                        Argument.nothing());
    }

    private void resetSignals() {
        for (int signal : SIGNALS) {
            container.run(
                    "reset inherited state",
                    SystemCall.RT_SIGACTION,
                    Argument.number(signal),
                    new Argument.Structure(
                            List.of(
                                    new Argument.Field.Int64(0),
                                    new Argument.Field.Int64(0),
                                    new Argument.Field.Int64(0),
                                    new Argument.Field.Int64(0)),
                            "{SIG_DFL}"),
                    Argument.nothing(),
                    Argument.number(8));
        }
        container.run(
                "reset inherited state",
                SystemCall.RT_SIGPROCMASK,
                Argument.constant(ProcessFlags.SIG_SETMASK),
                new Argument.Structure(List.of(new Argument.Field.Int64(0)), "[]"),
                Argument.nothing(),
                Argument.number(8));
    }
}
