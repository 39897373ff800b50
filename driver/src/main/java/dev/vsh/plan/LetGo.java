package dev.vsh.plan;

import dev.vsh.linux.SystemCall;

import java.util.List;

/** The pipe on which the child waits until the helper has seen to it. */
final class LetGo {
    private final ProgramBuilder program;

    LetGo(ProgramBuilder program) {
        this.program = program;
    }

    void letGo() {
        program.attach()
                .run(
                        "let the container go on",
                        SystemCall.WRITE,
                        Argument.result(Slot.GO_WRITE),
                        Argument.text("."),
                        Argument.number(1));
    }

    static void waitForHelper(ProgramBuilder.Section container) {
        container.run(
                "wait for the helper",
                SystemCall.READ,
                Argument.result(Slot.GO_READ),
                new Argument.Structure(List.of(new Argument.Field.Int64(0)), "[…]"),
                Argument.number(1));
    }
}
