package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupPath;
import dev.vsh.cgroup.Limits;
import dev.vsh.cgroup.LimitsChange;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.NumaTuning;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.XmlView;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.linux.ProcessId;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes what a domain's documents say, and the kernel's limits with the live one. Call with its lock held. */
final class DefinitionChange {
    private final Workshop workshop;
    private final String name;

    DefinitionChange(Workshop workshop, String name) {
        this.workshop = workshop;
        this.name = name;
    }

    void make(
            Optional<RunRecord.Active> active,
            Set<XmlView> documents,
            UnaryOperator<DomainDefinition> change) {
        Set<DomainEvent.Kind> news = EnumSet.noneOf(DomainEvent.Kind.class);
        Optional<DomainDefinition> next = Optional.empty();
        if (documents.contains(XmlView.INACTIVE)) {
            DomainDefinition before = definition();
            next = Optional.of(checked(change.apply(before)));
            news.addAll(DomainEvent.Kind.of(before, next.get()));
        }
        if (documents.contains(XmlView.LIVE)) {
            news.addAll(changeLive(active.orElseThrow(DefinitionChange::notRunning), change));
        }
        next.ifPresent(
                domain -> workshop.definitions().write(name, workshop.documents().write(domain)));
        news.forEach(kind -> workshop.announce(name, kind));
    }

    private DomainDefinition definition() {
        return workshop.definition(name)
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.OPERATION_INVALID,
                                        "transient domains do not have any persistent config"));
    }

    /** As a document of the user's is, with every range. */
    private DomainDefinition checked(DomainDefinition domain) {
        return workshop.documents()
                .read(DomainDocument.of(workshop.documents().write(domain), name));
    }

    private List<DomainEvent.Kind> changeLive(
            RunRecord.Active active, UnaryOperator<DomainDefinition> change) {
        DomainDefinition live =
                workshop.run()
                        .document(name)
                        .map(text -> workshop.documents().readStored(text, name))
                        .orElseThrow(DefinitionChange::notRunning);
        DomainDefinition wanted = checked(change.apply(live));
        refuse(live, wanted);
        changeLimits(active, live, wanted);
        workshop.writeLiveDocument(
                wanted, active.helper().pid(), active.init().map(ProcessId::pid).orElse(0L));
        return DomainEvent.Kind.of(live, wanted);
    }

    private static void refuse(DomainDefinition live, DomainDefinition wanted) {
        refusePolicy(live, wanted);
        if (!live.memory().equals(wanted.memory())) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID,
                    "Cannot resize the max memory on an active domain");
        }
        if (live.vcpu().maximum() != wanted.vcpu().maximum()
                || !live.vcpu().current().equals(wanted.vcpu().current())) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID,
                    "cannot change the number of a running container's processors: change the"
                            + " definition with --config, or limit its processor time with schedinfo");
        }
    }

    /** A policy belongs to each process; nobody can give it another one from outside. */
    private static void refusePolicy(DomainDefinition live, DomainDefinition wanted) {
        String before = live.numaTuning().map(NumaTuning::mode).orElse("strict");
        String after = wanted.numaTuning().map(NumaTuning::mode).orElse("strict");
        boolean preferred =
                after.equals("preferred") && !live.numaTuning().equals(wanted.numaTuning());
        if (!before.equals(after) || preferred) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID,
                    "cannot change the memory policy of a running container: change the definition"
                            + " with --config, or the nodes of mode 'strict' or 'interleave'");
        }
    }

    private void changeLimits(
            RunRecord.Active active, DomainDefinition live, DomainDefinition wanted) {
        Host host = Host.read();
        SupportCheck.require(wanted, host);
        LimitsPlanner planner = new LimitsPlanner(host.cgroups(), Path.of("/"));
        Limits from = planner.limits(live, List.of());
        Limits to = planner.limits(wanted, List.of());
        ContainerPlanner.requireControllers(host.cgroups(), to);
        try {
            new LimitsChange(
                            host.cgroups(),
                            new CgroupPath(active.partition(), active.machine()),
                            from,
                            to)
                    .make();
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    private static DriverException notRunning() {
        return new DriverException(ErrorCode.OPERATION_INVALID, "domain is not running");
    }
}
