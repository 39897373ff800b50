package dev.vsh.driver.lxc;

import dev.vsh.domain.Init;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.DetachedMount;
import dev.vsh.linux.Errno;
import dev.vsh.linux.Fd;
import dev.vsh.linux.LoopDevice;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.FilesystemType;
import dev.vsh.plan.HostTree;

import java.nio.file.Path;
import java.util.List;

/**
 * Finds out who the init is, by the accounts in the container's root. An image or a device is mounted for a moment,
 * where nobody sees it, and without writing to it: the plan has to name the owner of the init's terminal, which is made
 * before the container has a root.
 */
record RootAccounts(Syscalls syscalls) {
    /**
     * @throws DriverException CONFIG_UNSUPPORTED when there is no such user or group, OPERATION_FAILED when nobody can
     *     look there
     */
    Accounts.Identity identity(Init init, HostTree root) {
        if (init.user().isEmpty() && init.group().isEmpty()) {
            return Accounts.Identity.ROOT;
        }
        return switch (root.origin()) {
            case HostTree.Origin.Existing(String path, boolean _) ->
                    new Accounts(syscalls, Path.of(path)).resolve(init.user(), init.group());
            case HostTree.Origin.Image(String path, FilesystemType type) ->
                    inImage(init, path, type);
            case HostTree.Origin.Device(String path, FilesystemType type) ->
                    onDevice(init, path, type);
        };
    }

    private Accounts.Identity inImage(Init init, String path, FilesystemType type) {
        String what = "image '" + path + "'";
        try (LoopDevice loop = LoopDevice.attach(syscalls, path);
                Fd mount = mount(type, loop.path(), type.optionsForALook())) {
            return accounts(mount, what).resolve(init.user(), init.group());
        } catch (SyscallException e) {
            throw failed(what, e);
        }
    }

    private Accounts.Identity onDevice(Init init, String path, FilesystemType type) {
        String what = "device '" + path + "'";
        try (Fd mount = mountDevice(path, type)) {
            return accounts(mount, what).resolve(init.user(), init.group());
        } catch (SyscallException e) {
            throw failed(what, e);
        }
    }

    /** A device that is mounted already can be had once more only in the same way. */
    private Fd mountDevice(String path, FilesystemType type) {
        try {
            return mount(type, path, type.optionsForALook());
        } catch (SyscallException e) {
            if (e.errno() != Errno.EBUSY) {
                throw e;
            }
            return mount(type, path, List.of());
        }
    }

    private Fd mount(FilesystemType type, String device, List<String> options) {
        return DetachedMount.open(syscalls, type.kernelName(), device, options);
    }

    private Accounts accounts(Fd mount, String what) {
        return new Accounts(syscalls, Path.of("/proc/self/fd/" + mount.number()), what);
    }

    private static DriverException failed(String what, SyscallException cause) {
        return new DriverException(
                ErrorCode.OPERATION_FAILED,
                "cannot look for the init's user on " + what + ": " + cause.getMessage(),
                cause);
    }
}
