package dev.vsh.helper;

import dev.vsh.helper.protocol.EndActions;
import dev.vsh.helper.protocol.Expectation;
import dev.vsh.helper.protocol.InitEnding;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.linux.WaitStatus;
import dev.vsh.plan.ProgramImage;

import java.util.Optional;

/** What is to follow the end of the init, as the driver said last. */
final class Orders {
    private EndActions actions;
    private Expectation expected = Expectation.NOTHING;
    private Optional<ProgramImage> program = Optional.empty();

    Orders(EndActions actions) {
        this.actions = actions;
    }

    void follow(EndActions others) {
        actions = others;
    }

    void expect(Expectation expectation) {
        expected = expectation;
    }

    /** An expectation is about one end: the next init begins without. */
    void forgetExpectation() {
        expected = Expectation.NOTHING;
    }

    /** The container is another one by now; the next start is to make it as it is. */
    void startNextBy(ProgramImage changed) {
        program = Optional.of(changed);
    }

    /** What the next start is made by. */
    LaunchRequest next(LaunchRequest first) {
        return program.map(first::withProgram).orElse(first);
    }

    /** Whether the container starts again. */
    boolean restartAfter(WaitStatus status) {
        return switch (expected) {
            case NOTHING -> actions.restartsAfter(InitEnding.of(status));
            case REBOOT -> actions.restartsAfter(InitEnding.REBOOT);
            case RESET -> true;
            case END -> false;
        };
    }

    /** Whether somebody outside wanted this end: then it says nothing about the container. */
    boolean isExpected() {
        return expected != Expectation.NOTHING;
    }
}
