package dev.vsh.driver.lxc;

import dev.vsh.domain.SharedNamespaces;
import dev.vsh.domain.SharedNamespaces.Share;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.driver.lxc.store.RunStore;
import dev.vsh.linux.ProcessId;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.JoinedNamespace;
import dev.vsh.plan.Namespace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the namespaces that a document shares. */
final class NamespaceOwners {
    private static final Path NETNS = Path.of("/run/netns");

    private final Syscalls syscalls;
    private final RunStore run;

    NamespaceOwners(Syscalls syscalls, RunStore run) {
        this.syscalls = syscalls;
        this.run = run;
    }

    /**
     * @throws DriverException OPERATION_INVALID when an owner does not run or exist
     */
    List<JoinedNamespace> find(SharedNamespaces shared) {
        List<JoinedNamespace> joined = new ArrayList<>();
        shared.uts().ifPresent(share -> joined.add(join(Namespace.UTS, "uts", share)));
        shared.ipc().ifPresent(share -> joined.add(join(Namespace.IPC, "ipc", share)));
        shared.network().ifPresent(share -> joined.add(join(Namespace.NETWORK, "net", share)));
        return joined;
    }

    private JoinedNamespace join(Namespace kind, String file, Share share) {
        return switch (share) {
            case Share.OfDomain(String name) ->
                    new JoinedNamespace(
                            kind,
                            "/proc/" + init(file, name) + "/ns/" + file,
                            "domain '" + name + "'");
            case Share.OfProcess(long pid) ->
                    new JoinedNamespace(
                            kind, "/proc/" + process(file, pid) + "/ns/" + file, "process " + pid);
            case Share.OfNetns(String name) ->
                    new JoinedNamespace(kind, netns(name), "netns '" + name + "'");
        };
    }

    /** Without a look at what a dead helper left: that would take the owner's lock, and ours is held. */
    private long init(String file, String name) {
        Optional<RunRecord.Active> active =
                run.read(name)
                        .filter(RunRecord.Active.class::isInstance)
                        .map(RunRecord.Active.class::cast)
                        .filter(record -> record.helper().isAlive());
        return active.flatMap(this::init)
                .orElseThrow(
                        () ->
                                refused(
                                        file,
                                        "domain '" + name + "'",
                                        "it is not running, start it first"));
    }

    private Optional<Long> init(RunRecord.Active active) {
        Optional<Long> recorded = active.init().filter(ProcessId::isAlive).map(ProcessId::pid);
        return recorded.or(
                () -> {
                    OptionalLong pid =
                            new HelperSocket(syscalls, run).initPid(active.helper().pid());
                    return pid.isPresent() ? Optional.of(pid.getAsLong()) : Optional.empty();
                });
    }

    private static long process(String file, long pid) {
        if (!Files.isDirectory(Path.of("/proc/" + pid))) {
            throw refused(file, "process " + pid, "there is none");
        }
        return pid;
    }

    private static String netns(String name) {
        Path path = NETNS.resolve(name);
        if (!Files.exists(path)) {
            throw refused(
                    "net",
                    "netns '" + name + "'",
                    path + " does not exist, make it by: ip netns add " + name);
        }
        return path.toString();
    }

    private static DriverException refused(String file, String owner, String reason) {
        return new DriverException(
                ErrorCode.OPERATION_INVALID,
                "cannot share the " + file + " namespace of " + owner + ": " + reason);
    }
}
