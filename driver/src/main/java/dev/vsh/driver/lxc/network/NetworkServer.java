package dev.vsh.driver.lxc.network;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.NetworkRunStore;
import dev.vsh.linux.Errno;
import dev.vsh.linux.Fd;
import dev.vsh.linux.ProcessId;
import dev.vsh.linux.Signals;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.ServerSettings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The process that gives out a network's addresses and answers for its names: dnsmasq, which nobody watches. Whoever
 * looks at the network finds out whether it is alive.
 */
record NetworkServer(Syscalls syscalls, NetworkRunStore run, String network) {
    private static final HostProgram DNSMASQ =
            new HostProgram("dnsmasq", "give out addresses and names", "dnsmasq-base");
    private static final int END_MILLIS = 5000;

    /**
     * Returns once it answers.
     *
     * @return none where there is nothing to answer
     */
    Optional<ProcessId> start(NetworkDefinition definition, String bridge) {
        if (!ServerSettings.isNeeded(definition)) {
            return Optional.empty();
        }
        ServedNames names = ServedNames.of(definition.uuid());
        names.make();
        ServerSettings.Places places =
                new ServerSettings.Places(
                        run.pidFile(network),
                        run.leaseFile(network),
                        names.names(),
                        names.clients());
        String settings = ServerSettings.text(definition, bridge, places);
        names.forgetClients(Reservations.in(settings));
        run.writeSettings(network, settings);
        DNSMASQ.run("", "--conf-file=" + run.settings(network));
        Optional<ProcessId> process = find();
        if (process.isEmpty()) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "the dnsmasq of network '" + network + "' ended right after its start");
        }
        return process;
    }

    /** By the file that it writes; where that is damaged, among all processes. */
    Optional<ProcessId> find() {
        return byPidFile().or(this::bySettings);
    }

    /** The file may be older than a restart of the host: a process counts only if it was told to read our settings. */
    private Optional<ProcessId> byPidFile() {
        return run.pid(network)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .filter(this::isOurs)
                .flatMap(ProcessId::of);
    }

    private Optional<ProcessId> bySettings() {
        if (!Files.exists(run.settings(network))) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(this::isOurs)
                .findAny()
                .flatMap(ProcessId::of);
    }

    private boolean isOurs(long pid) {
        try {
            byte[] command = Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline"));
            return new String(command, StandardCharsets.UTF_8)
                    .contains("--conf-file=" + run.settings(network) + "\0");
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * Ends it, if it is there.
     *
     * @param known from the network's record, which a driver that died may not have written
     */
    void stop(Optional<ProcessId> known) {
        known.filter(ProcessId::isAlive).or(this::find).ifPresent(this::stop);
    }

    private void stop(ProcessId process) {
        signalled(
                process,
                pidfd -> {
                    syscalls.signal(pidfd, Signals.SIGTERM);
                    if (!syscalls.awaitEnd(pidfd, END_MILLIS)) {
                        syscalls.signal(pidfd, Signals.SIGKILL);
                        syscalls.awaitEnd(pidfd, END_MILLIS);
                    }
                });
    }

    /** Has it read the names of the containers again. */
    void refresh(ProcessId process) {
        signalled(process, pidfd -> syscalls.signal(pidfd, Signals.SIGHUP));
    }

    private interface Deed {
        void on(Fd pidfd);
    }

    private void signalled(ProcessId process, Deed deed) {
        try (Fd pidfd = syscalls.openProcess(process.pid())) {
            if (process.isAlive()) {
                deed.on(pidfd);
            }
        } catch (SyscallException e) {
            if (e.errno() != Errno.ESRCH) {
                throw e;
            }
        }
    }
}
