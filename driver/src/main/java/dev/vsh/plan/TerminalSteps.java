package dev.vsh.plan;

import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.SystemCall;

import java.util.List;

/** The steps that make a new pseudo-terminal one that can be used. */
final class TerminalSteps {
    private static final int ROWS = 24;
    private static final int COLUMNS = 80;

    private TerminalSteps() {}

    /**
     * Lets its other end be opened, and gives it the size that terminals have had for ever: programs that begin before a
     * client has said its own would find no place to write on.
     */
    static void setUp(ProgramBuilder.Section section, String label, Slot master) {
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
                                new Argument.Field.Int32(ROWS | COLUMNS << Short.SIZE),
                                new Argument.Field.Int32(0)),
                        "{rows=" + ROWS + ", columns=" + COLUMNS + "}"));
    }
}
