package dev.vsh.driver.lxc;

import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.DriverException;
import dev.vsh.plan.SetupProgram;

/** A device as one of a kind that can be attached, detached and updated. */
interface DeviceKind {
    /**
     * What an action makes of a domain, in whichever of its documents.
     *
     * @throws DriverException OPERATION_FAILED when the domain has it already, or does not have it
     */
    DomainDefinition changed(DeviceAction action, DomainDefinition domain);

    /**
     * What is done to the running container for that.
     *
     * @param before with everything that a start gives its devices, as names
     * @param after the same of {@link #changed}
     * @param container that runs
     * @throws DriverException OPERATION_FAILED, CONFIG_UNSUPPORTED naming what cannot be done while it runs
     */
    Live live(
            DeviceAction action,
            DomainDefinition before,
            DomainDefinition after,
            LiveContainer container);

    /**
     * @param device what the container's helper is to know it by
     */
    record Live(String device, SetupProgram program) {}
}
