package dev.vsh.driver.memory;

import dev.vsh.domain.Console;
import dev.vsh.domain.Device;
import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DeviceMismatchException;
import dev.vsh.domain.Disk;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.HostDevice;
import dev.vsh.domain.InterfaceChange;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.domain.xml.ParsedDevice;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

/** A device that is attached to a document and to nothing else. */
record MemoryDevice(ParsedDevice parsed) {
    DomainDefinition made(DeviceAction action, DomainDefinition domain) {
        return switch (parsed.device()) {
            case NetworkInterface nic ->
                    made(new InterfaceChange(nic, parsed.identified()), action, domain);
            case Filesystem _, Console _, Disk _, HostDevice _, Device.Other _ ->
                    throw new DriverException(
                            ErrorCode.CONFIG_UNSUPPORTED,
                            "device type '" + parsed.device().element() + "' is not supported");
        };
    }

    private static DomainDefinition made(
            InterfaceChange change, DeviceAction action, DomainDefinition domain) {
        try {
            return change.made(action, domain);
        } catch (DeviceMismatchException e) {
            throw new DriverException(ErrorCode.OPERATION_FAILED, e.reason(), e);
        }
    }
}
