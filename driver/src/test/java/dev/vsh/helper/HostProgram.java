package dev.vsh.helper;

import static dev.vsh.linux.FileFlags.AT_FDCWD;
import static dev.vsh.linux.FileFlags.O_CLOEXEC;
import static dev.vsh.linux.FileFlags.O_NOCTTY;
import static dev.vsh.linux.FileFlags.O_NONBLOCK;
import static dev.vsh.linux.FileFlags.O_RDWR;

import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Errno;
import dev.vsh.linux.FileFlags;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.Argument;
import dev.vsh.plan.Instruction;
import dev.vsh.plan.SetupProgram;
import dev.vsh.plan.Slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Programs that anybody may run: the child becomes a process of the host, with the host's terminals as consoles, and no
 * namespace is made.
 */
final class HostProgram {
    private static final int PEER_FLAGS = 0402;

    private final List<Instruction> prepare = new ArrayList<>();
    private final List<Instruction> attach = new ArrayList<>();
    private final List<Instruction> container = new ArrayList<>();
    private final List<Slot> consoles = new ArrayList<>();
    private final List<Slot> kept = new ArrayList<>();
    private int nextSlot = 3;

    Slot slot(String name) {
        return new Slot(nextSlot++, name);
    }

    HostProgram prepare(Slot result, SystemCall call, Argument... arguments) {
        prepare.add(instruction(Optional.of(result), Set.of(), call, arguments));
        return this;
    }

    HostProgram prepare(SystemCall call, Argument... arguments) {
        prepare.add(instruction(Optional.empty(), Set.of(), call, arguments));
        return this;
    }

    HostProgram tolerate(Errno errno, Slot result, SystemCall call, Argument... arguments) {
        prepare.add(instruction(Optional.of(result), Set.of(errno), call, arguments));
        return this;
    }

    HostProgram attach(SystemCall call, Argument... arguments) {
        attach.add(instruction(Optional.empty(), Set.of(), call, arguments));
        return this;
    }

    HostProgram container(SystemCall call, Argument... arguments) {
        container.add(instruction(Optional.empty(), Set.of(), call, arguments));
        return this;
    }

    private static Instruction instruction(
            Optional<Slot> result, Set<Errno> tolerated, SystemCall call, Argument... arguments) {
        return new Instruction(call.callName(), call, List.of(arguments), result, tolerated);
    }

    /** A console, which the child's standard streams and controlling terminal will be. */
    HostProgram console() {
        Slot master = slot("console");
        Slot terminal = slot("terminal");
        consoles.add(master);
        kept.add(terminal);
        return prepare(
                        master,
                        SystemCall.OPENAT,
                        Argument.constant(AT_FDCWD),
                        Argument.text("/dev/ptmx"),
                        Argument.flags(O_RDWR, O_NOCTTY, O_NONBLOCK, O_CLOEXEC))
                .prepare(
                        SystemCall.IOCTL,
                        Argument.result(master),
                        Argument.constant(DeviceFlags.TIOCSPTLCK),
                        new Argument.Structure(List.of(new Argument.Field.Int32(0)), "[0]"))
                .prepare(
                        terminal,
                        SystemCall.IOCTL,
                        Argument.result(master),
                        Argument.constant(DeviceFlags.TIOCGPTPEER),
                        Argument.number(PEER_FLAGS));
    }

    HostProgram waitForHelper() {
        return container(
                SystemCall.READ,
                Argument.result(Slot.GO_READ),
                new Argument.Structure(List.of(new Argument.Field.Int64(0)), "[]"),
                Argument.number(1));
    }

    HostProgram letGo() {
        return attach(
                SystemCall.WRITE,
                Argument.result(Slot.GO_WRITE),
                Argument.text("."),
                Argument.number(1));
    }

    HostProgram takeConsole() {
        Slot terminal = kept.getFirst();
        container(SystemCall.SETSID);
        container(
                SystemCall.IOCTL,
                Argument.result(terminal),
                Argument.constant(DeviceFlags.TIOCSCTTY),
                Argument.number(0));
        for (int stream = 0; stream <= 2; stream++) {
            container(
                    SystemCall.DUP3,
                    Argument.result(terminal),
                    Argument.number(stream),
                    Argument.number(0));
        }
        return this;
    }

    /** The child becomes a shell with a script, on the console when there is one. */
    HostProgram run(String script) {
        return container(
                        SystemCall.CLOSE_RANGE,
                        Argument.number(3),
                        Argument.number(0xffffffffL),
                        Argument.constant(FileFlags.CLOSE_RANGE_CLOEXEC))
                .container(
                        SystemCall.EXECVE,
                        Argument.text("/bin/sh"),
                        new Argument.TextArray(List.of("sh", "-c", script)),
                        new Argument.TextArray(List.of("PATH=/usr/bin:/bin")));
    }

    SetupProgram build() {
        return new SetupProgram(
                prepare,
                CloneFlags.SIGCHLD,
                attach,
                container,
                List.of(),
                List.of(),
                consoles,
                kept,
                List.of(),
                nextSlot,
                java.util.Optional.empty());
    }

    /** From start to exec, with one console. */
    static SetupProgram onConsole(String script) {
        return new HostProgram()
                .console()
                .waitForHelper()
                .letGo()
                .takeConsole()
                .run(script)
                .build();
    }
}
