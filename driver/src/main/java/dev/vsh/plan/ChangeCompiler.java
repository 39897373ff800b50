package dev.vsh.plan;

import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.Errno;
import dev.vsh.netlink.LinkRequests;
import dev.vsh.plan.InterfacePlan.Source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Turns a change to a running container's devices into a program. The helper runs {@code prepare}, whose results
 * it lets go of afterwards, and {@code attach}; when a step fails it runs {@code release}, which undoes it. What was attached is released when it is detached, or with the
 * container.
 */
public final class ChangeCompiler {
    private ChangeCompiler() {}

    /** Gives the container one more interface. */
    public static SetupProgram attach(InterfacePlan plan) {
        ProgramBuilder program = new ProgramBuilder();
        new NetworkSteps(program, Slot.INIT).connect(List.of(plan));
        return build(program);
    }

    /** Takes an interface away. */
    public static SetupProgram detach(InterfacePlan plan) {
        return changing(
                (program, lines) -> {
                    switch (plan.source()) {
                        case Source.Cable cable -> removeCable(program, lines, cable);
                        case Source.Macvlan _ -> removeInside(program, lines, plan.name());
                        case Source.Borrowed _ -> giveBack(program, lines, plan.name());
                    }
                });
    }

    /** It is gone already when the container has removed its own end. */
    private static void removeCable(
            ProgramBuilder program, NetworkSteps.Lines lines, Source.Cable cable) {
        String hostEnd = cable.hostEnd();
        cable.limits()
                .outbound()
                .ifPresent(_ -> LimitSteps.removeOutbound(program.attach(), hostEnd));
        new NetlinkCalls(program.attach(), lines.host())
                .tolerating(Errno.ENODEV)
                .ask(
                        "remove interface '" + hostEnd + "' from the host",
                        LinkRequests.remove(hostEnd));
    }

    private static void removeInside(
            ProgramBuilder program, NetworkSteps.Lines lines, String name) {
        new NetlinkCalls(program.attach(), lines.container())
                .advising(InterfaceDifference.NOT_INSIDE)
                .ask("remove interface '" + name + "'", LinkRequests.remove(name));
    }

    private static void giveBack(ProgramBuilder program, NetworkSteps.Lines lines, String name) {
        var attach = program.attach();
        Slot home = NetworkSteps.leave(attach);
        NetlinkCalls container = new NetlinkCalls(attach, lines.container());
        Slot index =
                container
                        .advising(InterfaceDifference.NOT_INSIDE)
                        .find(
                                "interface",
                                "find interface '" + name + "'",
                                LinkRequests.find(name));
        container
                .advising(
                        Map.of(
                                Errno.EEXIST,
                                "the host has another interface of that name: ip link"))
                .ask(
                        "give interface '" + name + "' back to the host",
                        LinkRequests.moveBack(
                                NetlinkCalls.word(index), NetlinkCalls.word(home), name));
        NetworkSteps.close(attach, home);
    }

    /**
     * Makes an interface what it is to be. It stays the one that it is: its names, its MAC address and what it is made
     * of do not change.
     */
    public static SetupProgram update(InterfacePlan before, InterfacePlan after) {
        return changing(
                (program, lines) -> {
                    InterfaceDifference difference =
                            InterfaceDifference.of(program.attach(), lines, before, after);
                    difference.apply(program.attach(), before, after);
                    difference.apply(program.release(), after, before);
                });
    }

    /**
     * Mounts one more filesystem.
     *
     * @param owner the container's root, where that is not the host's
     */
    public static SetupProgram mount(
            MountPlan plan, Optional<FileOwner> owner, DeviceRights rights) {
        ProgramBuilder program = new ProgramBuilder();
        new MountChange(program).mount(plan, owner);
        rights.apply(program.attach(), ChangeCompiler::noLoop);
        return build(program);
    }

    /**
     * Takes a filesystem away.
     *
     * @param place where it is, free of symbolic links
     * @param lazily with all that is mounted below it, and for whom it is in use later
     */
    public static SetupProgram unmount(String place, boolean lazily, DeviceRights rights) {
        ProgramBuilder program = new ProgramBuilder();
        new MountChange(program).unmount(place, lazily);
        rights.apply(program.attach(), ChangeCompiler::noLoop);
        return build(program);
    }

    private static Slot noLoop(String device) {
        throw new IllegalArgumentException("'" + device + "' is no part of the change");
    }

    /**
     * Gives the container more device nodes.
     *
     * @param owner the container's root, where that is not the host's
     */
    public static SetupProgram makeNodes(
            List<DevicePlan> devices, Optional<FileOwner> owner, DeviceRights rights) {
        ProgramBuilder program = new ProgramBuilder();
        new NodeChange(program, owner).attach(devices, rights);
        return build(program);
    }

    /** Takes device nodes away; an image ends with what attached it. */
    public static SetupProgram removeNodes(List<DevicePlan> devices, DeviceRights rights) {
        ProgramBuilder program = new ProgramBuilder();
        new NodeChange(program, Optional.empty()).detach(devices, rights);
        return build(program);
    }

    private static SetupProgram changing(BiConsumer<ProgramBuilder, NetworkSteps.Lines> steps) {
        ProgramBuilder program = new ProgramBuilder();
        NetworkSteps.Lines lines = new NetworkSteps(program, Slot.INIT).open();
        steps.accept(program, lines);
        NetworkSteps.close(program.attach(), lines.container(), lines.host());
        NetworkSteps.close(program.release(), lines.home(), lines.container(), lines.host());
        return build(program);
    }

    /** Nothing is cloned; the flags are there because a program has some. */
    private static SetupProgram build(ProgramBuilder program) {
        return program.build(CloneFlags.SIGCHLD);
    }
}
