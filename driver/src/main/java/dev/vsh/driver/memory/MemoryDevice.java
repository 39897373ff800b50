package dev.vsh.driver.memory;

import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DeviceChange;
import dev.vsh.domain.DeviceMismatchException;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.xml.ParsedDevice;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

/** A device that is attached to a document and to nothing else. */
record MemoryDevice(ParsedDevice parsed) {
    DomainDefinition made(DeviceAction action, DomainDefinition domain) {
        DeviceChange change =
                DeviceChange.of(parsed.device(), parsed.identified())
                        .orElseThrow(
                                () ->
                                        new DriverException(
                                                ErrorCode.CONFIG_UNSUPPORTED,
                                                "device type '"
                                                        + parsed.device().element()
                                                        + "' is not supported"));
        try {
            return change.made(action, domain);
        } catch (DeviceMismatchException e) {
            throw new DriverException(ErrorCode.OPERATION_FAILED, e.reason(), e);
        }
    }
}
