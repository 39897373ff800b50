package dev.vsh.shell;

import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.session.DomainLookup;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;
import java.util.Set;

/** Sees starts come, and has the connection get ready for them while other work is done. */
final class Foresight {
    private static final Set<String> STARTING = Set.of("start", "create", "try");

    /** Enough for a line of starts to keep two processors busy. */
    private static final int FAR = 3;

    private final HypervisorConnection hypervisor;
    private final DomainLookup lookup;
    private final boolean conversing;

    /**
     * @param conversing with a person, who starts another container where one was started
     */
    Foresight(HypervisorConnection hypervisor, boolean conversing) {
        this.hypervisor = hypervisor;
        this.lookup = new DomainLookup(hypervisor);
        this.conversing = conversing;
    }

    void before(List<Invocation> upcoming) {
        int starts = 0;
        for (Invocation invocation : upcoming.subList(0, Math.min(FAR, upcoming.size()))) {
            starts += starts(invocation) ? 1 : 0;
        }
        if (starts > 0 && !namesNothing(upcoming.getFirst())) {
            hypervisor.prepareStarts(starts);
        }
    }

    /** Only of the next command: what a later one names may be defined by then. */
    private boolean namesNothing(Invocation invocation) {
        return invocation.command().name().equals("start")
                && invocation.command().findOption("domain").stream()
                        .filter(Option.Text.class::isInstance)
                        .flatMap(option -> invocation.values((Option.Text) option).stream())
                        .noneMatch(lookup::mayFind);
    }

    void after(Invocation invocation) {
        if (conversing && starts(invocation)) {
            hypervisor.prepareStarts(1);
        }
    }

    private static boolean starts(Invocation invocation) {
        return STARTING.contains(invocation.command().name());
    }
}
