package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.ExecRequest;
import dev.vsh.driver.ExecStream;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.helper.protocol.ExecOrder;
import dev.vsh.plan.ExecCompiler;
import dev.vsh.plan.ProgramEncoder;
import dev.vsh.plan.SetupProgram;

import java.io.IOException;

/** Runs a command in a running domain, by way of its helper. */
final class Execution {
    private final Workshop workshop;
    private final String name;
    private final RunRecord.Active active;
    private final long initPid;

    Execution(Workshop workshop, String name, RunRecord.Active active, long initPid) {
        this.workshop = workshop;
        this.name = name;
        this.active = active;
        this.initPid = initPid;
    }

    ExecStream run(DomainDefinition live, ExecRequest request) {
        Host host = Host.read();
        GracePeriod.begin(host.cgroups(), active.helper().pid());
        SetupProgram program =
                ExecCompiler.compile(
                        new ExecPlanner(
                                        workshop.syscalls(),
                                        live,
                                        initPid,
                                        host,
                                        workshop.filters())
                                .plan(request));
        ExecOrder order =
                new ExecOrder(
                        request.terminal(),
                        HelperSettings.fromProperties().deadlineMillis(),
                        ProgramEncoder.encode(program));
        if (order.bytes().length > ExecOrder.MAX_BYTES) {
            throw new DriverException(
                    ErrorCode.INVALID_ARG, "the command and its environment are too long");
        }
        HelperExec exec = connect();
        boolean begun = false;
        try {
            exec.begin(order, new ExecFailure(name, request.command().getFirst(), program));
            begun = true;
            return exec;
        } finally {
            if (!begun) {
                exec.close();
            }
        }
    }

    private HelperExec connect() {
        try {
            return new HelperExec(
                    new HelperSocket(workshop.syscalls(), workshop.run())
                            .connect(active.helper().pid()));
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "cannot reach the helper of domain '" + name + "': " + e.getMessage(),
                    e);
        }
    }
}
