package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupHost;
import dev.vsh.cgroup.CgroupPath;
import dev.vsh.cgroup.ContainerCgroup;
import dev.vsh.cgroup.Freezer;
import dev.vsh.cgroup.LostGroups;
import dev.vsh.domain.InitEnd;
import dev.vsh.domain.ShutOffReason;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.lxc.store.DefinitionStore;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.driver.lxc.store.RunStore;
import dev.vsh.helper.protocol.ExitRecord;
import dev.vsh.helper.protocol.InitEnding;
import dev.vsh.linux.Errno;
import dev.vsh.linux.Fd;
import dev.vsh.linux.ProcessId;
import dev.vsh.linux.Signals;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.WaitStatus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Brings records and the kernel's truth together when a helper is gone, whatever took it. */
final class Reality {
    private static final Path PROC = Path.of("/proc");
    private static final int END_MILLIS = 10_000;
    private static final int THAW_MILLIS = 100;

    private final Syscalls syscalls;
    private final RunStore run;
    private final DefinitionStore definitions;
    private final Documents documents;
    private final NetworkSources networks;

    /** By the mounts: many containers are looked at while those stay. */
    private final Recent<String, CgroupHost> hosts = new Recent<>();

    Reality(
            Syscalls syscalls,
            RunStore run,
            DefinitionStore definitions,
            Documents documents,
            NetworkSources networks) {
        this.syscalls = syscalls;
        this.run = run;
        this.definitions = definitions;
        this.documents = documents;
        this.networks = networks;
    }

    /** How a run ended, by what its helper left behind. */
    ShutOffReason reason(String name, RunRecord.Active active) {
        if (active.stopping().isPresent()) {
            return active.stopping().get();
        }
        return exit(name, active).map(Reality::reason).orElse(ShutOffReason.CRASHED);
    }

    private static ShutOffReason reason(ExitRecord exit) {
        return switch (InitEnding.of(new WaitStatus(exit.waitStatus()))) {
            case POWER_OFF, REBOOT -> ShutOffReason.SHUTDOWN;
            case CRASH -> ShutOffReason.CRASHED;
        };
    }

    /** How a run's init ended, if its helper was there to see it. */
    Optional<InitEnd> initEnd(String name, RunRecord.Active active) {
        return exit(name, active).map(exit -> initEnd(new WaitStatus(exit.waitStatus())));
    }

    private static InitEnd initEnd(WaitStatus status) {
        if (!status.isSignaled()) {
            return new InitEnd.Exited(status.exitStatus());
        }
        return switch (InitEnding.of(status)) {
            case POWER_OFF -> new InitEnd.PoweredOff();
            case REBOOT -> new InitEnd.Rebooted();
            case CRASH -> new InitEnd.Killed(status.signal());
        };
    }

    private Optional<ExitRecord> exit(String name, RunRecord.Active active) {
        return run.exit(name).filter(exit -> exit.helperPid() == active.helper().pid());
    }

    /**
     * Cleans up after a helper that has ended, and writes down what became of the domain. Call with the domain's lock
     * held.
     *
     * @return what was written, or would have been
     * @throws DriverException OPERATION_DENIED when what is left is not ours to end
     */
    RunRecord.Ended settle(String name, RunRecord.Active active, ShutOffReason reason) {
        try {
            endProcesses(active);
        } catch (SyscallException e) {
            throw Denial.of("cannot clean up after domain '" + name + "'", e);
        }
        RunRecord.Ended ended = new RunRecord.Ended(reason, initEnd(name, active));
        networks.left(name);
        detachImages(name);
        run.clearRun(name);
        removeSocket(active.helper().pid());
        if (definitions.exists(name)) {
            run.write(name, ended);
        } else {
            run.deleteStatus(name);
        }
        return ended;
    }

    private void detachImages(String name) {
        try {
            run.document(name)
                    .filter(text -> text.contains("type='file'"))
                    .map(text -> documents.readStored(text, name))
                    .ifPresent(LeftLoopDevices.ofThisHost(syscalls)::detach);
        } catch (DriverException _) {
            // A document that is damaged names no images.
        }
    }

    /** In a folder that outlived a boot of the host, a helper of now may have the number of one of then. */
    private void removeSocket(long helperPid) {
        if (new HelperSocket(syscalls, run).initPid(helperPid).isEmpty()) {
            run.deleteSocket(helperPid);
        }
    }

    private void endProcesses(RunRecord.Active active) {
        ContainerCgroup cgroup = cgroup(active);
        active.init().filter(ProcessId::isAlive).ifPresent(init -> kill(init, cgroup));
        end(cgroup);
    }

    /**
     * Ends a child that had not become the init yet, or one whose id never reached the record. A helper that was killed in
     * its release may have removed the groups and not the partition that they were in.
     */
    private void end(ContainerCgroup cgroup) {
        cgroup.processes().stream()
                .map(ProcessId::of)
                .flatMap(Optional::stream)
                .forEach(process -> kill(process, cgroup));
        cgroup.remove();
    }

    /**
     * Ends what is left of containers of which no record tells any more.
     *
     * @param recorded says of a container's groups whether a record tells of them; asked after they were found
     */
    void endLost(Predicate<CgroupPath> recorded) {
        CgroupHost cgroups = currentCgroups();
        for (CgroupPath path : new LostGroups(cgroups, PROC).of(run.folder().toString())) {
            if (!recorded.test(path)) {
                end(new ContainerCgroup(cgroups, path));
                Journal.lost(path.machine());
            }
        }
    }

    /** A container's groups on this host as it is now. */
    ContainerCgroup cgroup(RunRecord.Active active) {
        return new ContainerCgroup(
                currentCgroups(), new CgroupPath(active.partition(), active.machine()));
    }

    private CgroupHost currentCgroups() {
        try {
            String mounts = Files.readString(Path.of("/proc/self/mountinfo"));
            return hosts.of(mounts, () -> CgroupHost.parse(mounts.lines().toList()));
        } catch (IOException _) {
            return new CgroupHost(List.of());
        }
    }

    private void kill(ProcessId process, ContainerCgroup cgroup) {
        try (Fd pidfd = syscalls.openProcess(process.pid())) {
            if (process.isAlive()) {
                syscalls.signal(pidfd, Signals.SIGKILL);
                awaitKilled(pidfd, cgroup, END_MILLIS);
            }
        } catch (SyscallException e) {
            if (e.errno() != Errno.ESRCH) {
                throw e;
            }
        }
    }

    /**
     * Waits for a process to end that ends with the container's, which have been killed. Those that are frozen must be
     * thawed for that, and as they may freeze each other until the last has died, more than once.
     *
     * @return whether it has
     */
    boolean awaitKilled(Fd process, RunRecord.Active active, int timeoutMillis) {
        return awaitKilled(process, cgroup(active), timeoutMillis);
    }

    private boolean awaitKilled(Fd process, ContainerCgroup cgroup, int timeoutMillis) {
        Optional<Freezer> freezer = cgroup.freezer();
        int tries = Math.ceilDiv(timeoutMillis, THAW_MILLIS);
        for (int left = tries; left > 0; left--) {
            freezer.ifPresent(Freezer::thawAll);
            if (syscalls.awaitEnd(process, THAW_MILLIS)) {
                return true;
            }
        }
        return false;
    }
}
