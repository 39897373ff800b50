package dev.vsh.helper;

import dev.vsh.helper.protocol.EndActions;
import dev.vsh.helper.protocol.Expectation;
import dev.vsh.helper.protocol.InitEnding;
import dev.vsh.linux.WaitStatus;

/** What is to follow the end of the init, as the driver said last. */
final class Orders {
    private EndActions actions;
    private Expectation expected = Expectation.NOTHING;

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
