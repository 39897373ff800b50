package dev.vsh.driver.lxc;

import dev.vsh.domain.Device;
import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DeviceChange;
import dev.vsh.domain.DeviceMismatchException;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

/** What all kinds of devices have in common: changes of documents, with this API's errors. */
final class KnownDevices {
    private KnownDevices() {}

    /**
     * @throws DriverException OPERATION_FAILED when the domain has it already, or does not have it
     */
    static DomainDefinition changed(
            DeviceChange change, DeviceAction action, DomainDefinition domain) {
        try {
            return change.made(action, domain);
        } catch (DeviceMismatchException e) {
            throw new DriverException(ErrorCode.OPERATION_FAILED, e.reason(), e);
        }
    }

    static DriverException notUpdated(Device device) {
        return new DriverException(
                ErrorCode.CONFIG_UNSUPPORTED,
                "cannot update <"
                        + device.element()
                        + "> of a running container: detach it, and attach the new one");
    }
}
