package dev.vsh.helper;

import dev.vsh.helper.protocol.ChangeOrder;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.Slot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was changed about the container since its init began. */
final class Changes {
    private final Syscalls syscalls;
    private final long initPid;
    private final LoadedProgram container;
    private final Orders orders;

    /** By device, in the order in which they came. */
    private final Map<String, LoadedProgram> attached = new LinkedHashMap<>();

    /**
     * @param container what its init was started by
     */
    Changes(Syscalls syscalls, long initPid, LoadedProgram container, Orders orders) {
        this.syscalls = syscalls;
        this.initPid = initPid;
        this.container = container;
        this.orders = orders;
    }

    /** Makes a change, or leaves everything as it was and says why. */
    LaunchReport make(ChangeOrder order) {
        LoadedProgram program = new LoadedProgram(order.program());
        program.results()[Slot.INIT.index()] = initPid;
        container.lendTo(program);
        try {
            HostSections sections = new HostSections(syscalls, program);
            Optional<LaunchReport> failed = sections.prepare().or(sections::attach);
            if (failed.isPresent()) {
                release(program);
                return failed.get();
            }
        } catch (RuntimeException e) {
            // Whatever is wrong with a change, the container goes on.
            release(program);
            return new LaunchReport.Broken(e.toString());
        } finally {
            program.closeTemporary(syscalls);
        }
        remember(order, program);
        return new LaunchReport.Started(initPid);
    }

    private void remember(ChangeOrder order, LoadedProgram program) {
        switch (order.action()) {
            case ATTACH -> attached.put(order.device(), program);
            case UPDATE -> {}
            case DETACH ->
                    Optional.ofNullable(attached.remove(order.device()))
                            .ifPresentOrElse(
                                    this::release,
                                    () -> new Release(syscalls, container).runPart(order.device()));
        }
        orders.startNextBy(order.next());
    }

    /** Undoes what was attached, when the container has ended. */
    void release() {
        attached.values().forEach(this::release);
        attached.clear();
    }

    private void release(LoadedProgram program) {
        new Release(syscalls, program).run();
    }
}
