package dev.vsh.driver.lxc;

import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.KeyedChange;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.plan.ChangeCompiler;
import dev.vsh.plan.DeviceRights;
import dev.vsh.plan.SetupProgram;

/** {@code <filesystem>}. */
record FilesystemDevice(KeyedChange<Filesystem> change) implements DeviceKind {
    @Override
    public DomainDefinition changed(DeviceAction action, DomainDefinition domain) {
        return KnownDevices.changed(change, action, domain);
    }

    @Override
    public Live live(
            DeviceAction action,
            DomainDefinition before,
            DomainDefinition after,
            LiveContainer container) {
        if (change.device().isRoot()) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID,
                    "a running container keeps its root filesystem: use --config");
        }
        return new Live(
                change.called(),
                switch (action) {
                    case ATTACH -> attach(after, container, container.rights(before, after));
                    case DETACH -> detach(before, container, container.rights(before, after));
                    case UPDATE -> throw KnownDevices.notUpdated(change.device());
                });
    }

    private SetupProgram attach(
            DomainDefinition after, LiveContainer container, DeviceRights rights) {
        return ChangeCompiler.mount(
                new FilesystemPlanner(after, container.host()).mount(change.device()),
                LiveContainer.root(after),
                rights);
    }

    private SetupProgram detach(
            DomainDefinition before, LiveContainer container, DeviceRights rights) {
        Filesystem filesystem = change.find(before);
        ContainerMounts.Found mounted =
                container
                        .mounts()
                        .at(filesystem.target())
                        .orElseThrow(() -> failed("nothing is mounted there"));
        if (!new MountIdentity(container.host().mounts()).matches(filesystem, mounted.info())) {
            throw failed(
                    "something else is mounted there: " + MountIdentity.describe(mounted.info()));
        }
        return ChangeCompiler.unmount(mounted.info().mountPoint(), mounted.carries(), rights);
    }

    private DriverException failed(String reason) {
        return new DriverException(
                ErrorCode.OPERATION_FAILED,
                "cannot detach " + change.called() + " from the running container: " + reason);
    }
}
