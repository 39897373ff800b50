package dev.vsh.plan;

import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.Constant;

import java.util.List;
import java.util.stream.Stream;

/**
 * Turns a plan into a program. The order of the steps is explained, in the same words as their labels, in
 * {@code src/site/markdown/design/container-start.md}.
 */
public final class SetupCompiler {
    private final ContainerPlan plan;
    private final ProgramBuilder program = new ProgramBuilder();

    private SetupCompiler(ContainerPlan plan) {
        this.plan = plan;
    }

    public static SetupProgram compile(ContainerPlan plan) {
        return new SetupCompiler(plan).compile();
    }

    private SetupProgram compile() {
        DiskSteps disks = new DiskSteps(plan.devices(), plan.cgroup(), program);
        disks.attach();
        CgroupSteps cgroups = new CgroupSteps(plan, disks, program);
        cgroups.prepare();
        DeviceSteps devices = new DeviceSteps(plan, disks, program);
        devices.prepare();
        MountSteps mounts = new MountSteps(plan, program);
        mounts.prepare();
        KernelFilesystemSteps kernel = new KernelFilesystemSteps(plan, program, mounts.root());
        NamespaceSteps namespaces = new NamespaceSteps(plan, program);
        namespaces.join();
        kernel.prepare();
        devices.prepareQueues();
        namespaces.leave();
        ViewSteps views = new ViewSteps(plan, program);
        views.prepare();
        IdentitySteps identity = new IdentitySteps(plan, program);
        identity.mapIds();
        mounts.mapIds();
        if (plan.has(Namespace.NETWORK)) {
            LimitSteps.open(program.attach());
        }
        new NetworkSteps(program, Slot.PID).connect(plan.interfaces());
        identity.letGo();
        identity.waitForHelper();
        cgroups.enter();
        new MemoryPolicySteps(plan, program).choose();
        mounts.enterRoot();
        kernel.mountProc();
        kernel.mountSys();
        cgroups.mount(kernel.sys());
        devices.mount(mounts.root());
        views.mount(devices.dev(), kernel.proc(), kernel.sys());
        devices.mountInside();
        kernel.protectProc(devices.dev());
        mounts.mountFilesystems();
        mounts.leaveHost();
        identity.nameHost();
        identity.raiseLoopback();
        devices.takeConsole();
        identity.becomeInit(kernel.proc());
        return program.build(cloneFlags());
    }

    private Constant cloneFlags() {
        Stream<Constant> namespaces =
                Stream.of(Namespace.values()).filter(plan::has).map(Namespace::flag);
        List<Constant> flags = Stream.concat(namespaces, Stream.of(CloneFlags.SIGCHLD)).toList();
        return Constant.or(flags.toArray(Constant[]::new));
    }
}
