package dev.vsh.shell.verb;

import dev.vsh.machine.MachineDevice;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** The {@code <device>} of commands for devices of the host. */
final class DeviceArgument {
    private final HypervisorConnection hypervisor;
    private final Option.Text option;

    DeviceArgument(HypervisorConnection hypervisor) {
        this.hypervisor = hypervisor;
        this.option = Option.Text.required("device", "device name", (_, _) -> names());
    }

    Option.Text option() {
        return option;
    }

    private List<String> names() {
        return devices().stream().map(MachineDevice::name).toList();
    }

    private List<MachineDevice> devices() {
        return hypervisor.get().machine().devices();
    }

    /**
     * @throws CommandException when the host has no such device
     */
    MachineDevice of(Invocation invocation) {
        String name = invocation.required(option);
        return devices().stream()
                .filter(device -> device.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                CommandException.because(
                                        "Could not find matching device '" + name + "'",
                                        "Node device not found: no node device with matching name '"
                                                + name
                                                + "'"));
    }
}
