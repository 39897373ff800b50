package dev.vsh.driver.lxc;

import dev.vsh.domain.LifecycleActions;
import dev.vsh.helper.protocol.EndActions;
import dev.vsh.helper.protocol.InitEnding;

import java.util.EnumSet;
import java.util.Set;

/** From a document's actions to a helper's. */
final class EndActionPlanner {
    private static final String RESTART = "restart";

    /** What a container can do at its end: there is nothing left of it that could be preserved. */
    static final Set<String> SUPPORTED = Set.of("destroy", RESTART);

    private EndActionPlanner() {}

    static EndActions of(LifecycleActions actions) {
        Set<InitEnding> restarted = EnumSet.noneOf(InitEnding.class);
        add(restarted, actions.onPoweroff(), InitEnding.POWER_OFF);
        add(restarted, actions.onReboot(), InitEnding.REBOOT);
        add(restarted, actions.onCrash(), InitEnding.CRASH);
        return new EndActions(restarted);
    }

    private static void add(Set<InitEnding> restarted, String action, InitEnding ending) {
        if (action.equals(RESTART)) {
            restarted.add(ending);
        }
    }
}
