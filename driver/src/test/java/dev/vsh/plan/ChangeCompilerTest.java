package dev.vsh.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.ByteSize;
import dev.vsh.netlink.MacAddress;
import dev.vsh.netlink.RateLimit;
import dev.vsh.plan.InterfacePlan.Address;
import dev.vsh.plan.InterfacePlan.Addressing;
import dev.vsh.plan.InterfacePlan.Limits;
import dev.vsh.plan.InterfacePlan.Source;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** What is done to a running container, and what undoes it. */
final class ChangeCompilerTest {
    private static final DeviceRights NO_RIGHTS =
            new DeviceRights(new CgroupPlan(List.of(), List.of(), ""), List.of(), List.of());
    private static final Limits LIMITED =
            new Limits(Optional.of(new RateLimit(1000, 1000, 2048)), Optional.empty());

    private static InterfacePlan plan(
            String bridge, List<Address> addresses, boolean connected, Limits limits) {
        return new InterfacePlan(
                "eth0",
                new Source.Cable(
                        "vsh7-0",
                        "eth0 of domain 'vm1'",
                        new MacAddress("52:54:00:00:00:01"),
                        Optional.of(bridge),
                        Addressing.NONE,
                        limits),
                new Addressing(addresses, List.of()),
                connected,
                Optional.empty());
    }

    private static InterfacePlan plain() {
        return plan("br0", List.of(), true, Limits.NONE);
    }

    /** Without those that every change has. */
    private static List<String> labels(List<Instruction> section) {
        return section.stream()
                .map(Instruction::label)
                .filter(label -> !label.endsWith("the container's network"))
                .distinct()
                .toList();
    }

    @Test
    void attachedInterfaceIsRemovedAgain() {
        SetupProgram program = ChangeCompiler.attach(plain());
        assertEquals(
                List.of(
                        "make interface 'eth0'",
                        "find interface 'vsh7-0'",
                        "describe interface 'vsh7-0'",
                        "plug interface 'vsh7-0' into bridge 'br0'",
                        "find interface 'eth0'",
                        "bring up interface 'vsh7-0'",
                        "bring up interface 'eth0'"),
                labels(program.attach()));
        assertEquals(List.of("remove interface 'vsh7-0' from the host"), labels(program.release()));
    }

    @Test
    void updateDoesWhatHasChangedAndUndoesIt() {
        Address address = new Address(InetAddress.ofLiteral("192.0.2.7"), 24, Optional.empty());
        SetupProgram program =
                ChangeCompiler.update(plain(), plan("br1", List.of(address), false, LIMITED));
        assertEquals(
                List.of(
                        "find interface 'vsh7-0'",
                        "find interface 'eth0'",
                        "plug interface 'vsh7-0' into bridge 'br1'",
                        "limit inbound of interface 'vsh7-0'",
                        "set address 192.0.2.7/24 of interface 'eth0'",
                        "bring down interface 'vsh7-0'"),
                labels(program.attach()));
        assertEquals(
                List.of(
                        "plug interface 'vsh7-0' into bridge 'br0'",
                        "do not limit inbound of interface 'vsh7-0'",
                        "remove address 192.0.2.7/24 of interface 'eth0'",
                        "bring up interface 'vsh7-0'"),
                labels(program.release()));
    }

    @Test
    void cableIsPulledWithoutALookInside() {
        SetupProgram program =
                ChangeCompiler.update(plain(), plan("br0", List.of(), false, Limits.NONE));
        assertEquals(
                List.of("find interface 'vsh7-0'", "bring down interface 'vsh7-0'"),
                labels(program.attach()));
    }

    @Test
    void changesCloneNothingInTheContainer() {
        assertEquals(List.of(), ChangeCompiler.detach(plain()).container());
        assertEquals(List.of(), ChangeCompiler.detach(plain()).prepare());
    }

    private static List<String> calls(List<Instruction> section) {
        return section.stream().map(each -> each.call().callName()).toList();
    }

    @Test
    void threadTakesTheHostsRootAlongToTheContainersMounts() {
        List<String> calls = calls(ChangeCompiler.unmount("/mnt/data", false, NO_RIGHTS).prepare());
        int entered = calls.indexOf("setns");
        assertEquals(List.of("setns", "fchdir", "chroot"), calls.subList(entered, entered + 3));
        assertEquals("umount2", calls.get(entered + 4));
    }

    @Test
    void mountPointsAreMadeByTheContainersRoot() {
        MountPlan ram =
                new MountPlan(new MountPlan.Source.Memory(new ByteSize(4096)), "/ram", false);
        List<String> calls =
                calls(
                        ChangeCompiler.mount(
                                        ram,
                                        Optional.of(new FileOwner(100_000, 200_000)),
                                        NO_RIGHTS)
                                .prepare());
        assertTrue(calls.indexOf("setfsuid") < calls.indexOf("mkdirat"));
        assertTrue(calls.indexOf("mkdirat") < calls.lastIndexOf("setfsuid"));
    }

    @Test
    void nothingThatAMountOpensIsKept() {
        SetupProgram program =
                ChangeCompiler.mount(
                        new MountPlan(
                                new MountPlan.Source.Host(HostTree.folder("/srv")), "/srv", false),
                        Optional.empty(),
                        NO_RIGHTS);
        assertEquals(List.of(), program.attach());
        assertEquals(List.of(), program.kept());
    }

    @Test
    void nodeIsRemovedWhenTheRightToItCannotBeGiven() {
        DevicePlan node = new DevicePlan("net/tun", false, 10, 200, "rwm");
        CgroupPlan after = PlanFixture.devices();
        SetupProgram program =
                ChangeCompiler.makeNodes(
                        List.of(node),
                        Optional.empty(),
                        new DeviceRights(after, List.of(), List.of(DeviceGrant.of(node))));
        assertEquals(List.of("make device node 'net/tun'"), labels(program.prepare()));
        assertEquals(List.of("allow the container's devices"), labels(program.attach()));
        assertEquals(List.of("remove device node 'net/tun'"), labels(program.release()));
    }

    @Test
    void rightThatAnotherDeviceNeedsIsNotTaken() {
        DeviceGrant both = new DeviceGrant('b', 8, 1, "rw");
        CgroupPlan before = new CgroupPlan(List.of(), List.of(both, both), "");
        CgroupPlan after = new CgroupPlan(List.of(), List.of(both), "");
        assertEquals(List.of(), DeviceRights.between(before, after).taken());
        assertEquals(
                List.of(both),
                DeviceRights.between(after, new CgroupPlan(List.of(), List.of(), "")).taken());
    }
}
