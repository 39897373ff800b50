package dev.vsh.plan;

import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.SystemCall;

import java.util.List;

/** The steps that make a new pseudo-terminal one that can be used. */
final class TerminalSteps {
    private TerminalSteps() {}

    /** Lets its other end be opened, and gives it a size. */
    static void setUp(ProgramBuilder.Section section, String label, Slot master, WindowSize size) {
        section.run(
                label,
                SystemCall.IOCTL,
                Argument.result(master),
                Argument.constant(DeviceFlags.TIOCSPTLCK),
                new Argument.Structure(List.of(new Argument.Field.Int32(0)), "[0]"));
        section.run(
                label,
                SystemCall.IOCTL,
                Argument.result(master),
                Argument.constant(DeviceFlags.TIOCSWINSZ),
                new Argument.Structure(
                        List.of(
                                new Argument.Field.Int32(
                                        size.rows() | (long) size.columns() << Short.SIZE),
                                new Argument.Field.Int32(0)),
                        "{rows=" + size.rows() + ", columns=" + size.columns() + "}"));
    }
}
