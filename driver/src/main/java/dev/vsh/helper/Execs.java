package dev.vsh.helper;

import dev.vsh.helper.protocol.ExecOrder;
import dev.vsh.helper.protocol.Frame;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.view.FuseServer;
import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.PollSet;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.Slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that run in the container besides its init. Each is a child of the helper's, made like the init was. */
final class Execs {
    private final Syscalls syscalls;
    private final long initPid;
    private final LoadedProgram container;
    private final Optional<FuseServer> views;
    private final List<Exec> running = new ArrayList<>();

    /**
     * @param container what its init was started by
     */
    Execs(Syscalls syscalls, long initPid, LoadedProgram container, Optional<FuseServer> views) {
        this.syscalls = syscalls;
        this.initPid = initPid;
        this.container = container;
        this.views = views;
    }

    /** Runs a command, or tells the client why not. */
    void begin(Client client, ExecOrder order) {
        LaunchReport report;
        try {
            report = order.terminal() ? onTerminal(client, order) : onPipes(client, order);
        } catch (RuntimeException e) {
            // Whatever is wrong with a command, its container goes on.
            report = new LaunchReport.Broken(e.toString());
        }
        client.send(Frame.report(report));
        if (!(report instanceof LaunchReport.Started)) {
            client.end();
        }
    }

    private LoadedProgram load(ExecOrder order) {
        LoadedProgram program = new LoadedProgram(order.program());
        program.results()[Slot.INIT.index()] = initPid;
        container.lendTo(program);
        return program;
    }

    private LaunchReport onTerminal(Client client, ExecOrder order) {
        LoadedProgram program = load(order);
        LaunchReport report = attempt(program, order);
        if (report instanceof LaunchReport.Started(long pid)) {
            Console console = new Console(syscalls, program.consoles()[0]);
            Runnable closing = () -> program.closeConsoles(syscalls);
            add(client, pid, new TerminalStreams(console, closing));
        } else {
            program.closeConsoles(syscalls);
        }
        return report;
    }

    private LaunchReport onPipes(Client client, ExecOrder order) {
        LoadedProgram program = load(order);
        Fd[] input = syscalls.pipe();
        Fd[] output = syscalls.pipe();
        Fd[] errors = syscalls.pipe();
        try (Fd in = input[0];
                Fd out = output[1];
                Fd err = errors[1]) {
            program.results()[Slot.STDIN.index()] = in.number();
            program.results()[Slot.STDOUT.index()] = out.number();
            program.results()[Slot.STDERR.index()] = err.number();
            Streams streams = new PipeStreams(syscalls, input[1], output[0], errors[0]);
            LaunchReport report = attempt(program, order);
            if (report instanceof LaunchReport.Started(long pid)) {
                add(client, pid, streams);
            } else {
                streams.close();
            }
            return report;
        }
    }

    private LaunchReport attempt(LoadedProgram program, ExecOrder order) {
        LaunchReport report =
                new Attempt(syscalls, program, order.deadlineMillis(), () -> views).run(false);
        if (!(report instanceof LaunchReport.Started)) {
            // The thread may have failed on its way back to where it makes its children.
            new Release(syscalls, program).run();
        }
        program.closeTemporary(syscalls);
        return report;
    }

    private void add(Client client, long pid, Streams streams) {
        running.add(new Exec(syscalls, client, pid, streams));
    }

    Optional<Streams> of(Client client) {
        return running.stream().filter(exec -> exec.isOf(client)).map(Exec::streams).findFirst();
    }

    /** To a client's command, if it still runs. */
    void signal(Client client, int number) {
        running.stream().filter(exec -> exec.isOf(client)).forEach(exec -> exec.signal(number));
    }

    void addTo(PollSet poll) {
        running.forEach(exec -> exec.addTo(poll));
    }

    /** Follows a poll to which those were added that ran then. */
    void serve(PollSet poll, NativeMemory scratch) {
        running.removeIf(exec -> exec.serve(poll, scratch));
    }

    /** The client has gone. */
    void abandon(Client client) {
        running.stream().filter(exec -> exec.isOf(client)).forEach(Exec::abandon);
    }
}
