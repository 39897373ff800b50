package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.InterfaceSource;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.domain.OpaqueElement;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finds what an {@code <interface>} asks for and no container can have. */
final class InterfaceSupport {
    /** They name the device, or say where a virtual machine has it. */
    private static final Set<String> HARMLESS =
            Set.of("devices/interface/alias", "devices/interface/acpi");

    private final Consumer<String> problems;

    private InterfaceSupport(Consumer<String> problems) {
        this.problems = problems;
    }

    static void check(DomainDefinition domain, List<String> problems) {
        InterfaceSupport support = new InterfaceSupport(problems::add);
        domain.devices().interfaces().forEach(support::networkInterface);
    }

    private void networkInterface(NetworkInterface nic) {
        switch (nic.source()) {
            case InterfaceSource.Ethernet _,
                    InterfaceSource.Bridge _,
                    InterfaceSource.Direct _ -> {}
            case InterfaceSource.Network _ -> type("network");
            case InterfaceSource.Unsupported(String type, String _) -> type(type);
        }
        nic.script()
                .ifPresent(
                        path ->
                                problems.accept(
                                        "scripts are not supported on LXC network interfaces:"
                                                + " leave out <script path='"
                                                + path
                                                + "'/>"));
        nic.others().stream()
                .map(OpaqueElement::path)
                .filter(path -> !HARMLESS.contains(path))
                .forEach(path -> problems.accept("<" + path + "> is not supported yet"));
    }

    private void type(String type) {
        problems.accept("<interface type='" + type + "'> is not supported yet");
    }
}
