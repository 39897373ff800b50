package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.LifecycleEvent;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.XmlView;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.helper.protocol.Frame;
import dev.vsh.linux.ProcessId;

import java.util.Optional;
import java.util.Set;

/** Changes what follows the end of a domain's init. Call with its lock held. */
final class LifecycleChange {
    private final Workshop workshop;
    private final String name;
    private final Optional<RunRecord.Active> active;

    LifecycleChange(Workshop workshop, String name, Optional<RunRecord.Active> active) {
        this.workshop = workshop;
        this.name = name;
        this.active = active;
    }

    void make(LifecycleEvent event, String action, Set<XmlView> documents) {
        if (!EndActionPlanner.SUPPORTED.contains(action)) {
            throw new DriverException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "<on_" + event.text() + ">" + action + " is not supported yet");
        }
        Optional<DomainDefinition> definition = workshop.definition(name);
        if (documents.contains(XmlView.INACTIVE) && definition.isEmpty()) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID,
                    "transient domains do not have any persistent config");
        }
        if (documents.contains(XmlView.LIVE)) {
            changeLive(event, action);
        }
        if (documents.contains(XmlView.INACTIVE)) {
            definition
                    .map(domain -> changed(domain, event, action))
                    .ifPresent(
                            domain ->
                                    workshop.definitions()
                                            .write(name, workshop.documents().write(domain)));
        }
    }

    private void changeLive(LifecycleEvent event, String action) {
        RunRecord.Active running = active.orElseThrow(LifecycleChange::notRunning);
        DomainDefinition live =
                workshop.run()
                        .document(name)
                        .map(text -> workshop.documents().readStored(text, name))
                        .map(domain -> changed(domain, event, action))
                        .orElseThrow(LifecycleChange::notRunning);
        long helperPid = running.helper().pid();
        Frame order = Frame.endActions(EndActionPlanner.of(live.lifecycleActions()));
        if (new HelperSocket(workshop.syscalls(), workshop.run()).ask(helperPid, order).isEmpty()) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "the helper of domain '" + name + "' does not answer: it is just ending");
        }
        workshop.writeLiveDocument(live, helperPid, running.init().map(ProcessId::pid).orElse(0L));
    }

    private static DriverException notRunning() {
        return new DriverException(ErrorCode.OPERATION_INVALID, "domain is not running");
    }

    private static DomainDefinition changed(
            DomainDefinition domain, LifecycleEvent event, String action) {
        return domain.withLifecycleActions(domain.lifecycleActions().with(event, action));
    }
}
