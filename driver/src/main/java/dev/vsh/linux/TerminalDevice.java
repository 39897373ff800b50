package dev.vsh.linux;

import java.lang.ref.Reference;
import java.util.List;

/** A terminal behind a descriptor of this process; ioctl_tty(2). Safe for use by several threads. */
public final class TerminalDevice {
    private static final int WINSIZE = 8;

    private final Syscalls syscalls;
    private final int descriptor;

    /**
     * @param descriptor stays open for as long as this is used
     */
    public TerminalDevice(Syscalls syscalls, int descriptor) {
        this.syscalls = syscalls;
        this.descriptor = descriptor;
    }

    /**
     * @throws SyscallException ENOTTY: no terminal; EIO: hung up
     */
    public Termios settings() {
        var structure = new NativeMemory(Termios.SIZE);
        ioctl(DeviceFlags.TCGETS, structure);
        byte[] bytes = new byte[Termios.SIZE];
        structure.get(0, bytes, 0, bytes.length);
        return Termios.of(bytes);
    }

    /**
     * After all that was written has been shown.
     *
     * @throws SyscallException ENOTTY: no terminal; EIO: hung up
     */
    public void set(Termios settings) {
        ioctl(DeviceFlags.TCSETSW, NativeMemory.ofBytes(settings.structure()));
    }

    /** Columns and rows, 0 where nobody said how many. */
    public record Size(int columns, int rows) {}

    public Size size() {
        var structure = new NativeMemory(WINSIZE);
        ioctl(DeviceFlags.TIOCGWINSZ, structure);
        return new Size(
                Short.toUnsignedInt(structure.getShort(2)),
                Short.toUnsignedInt(structure.getShort(0)));
    }

    public void setSize(Size size) {
        var structure = new NativeMemory(WINSIZE);
        structure.putShort(0, (short) size.rows());
        structure.putShort(2, (short) size.columns());
        ioctl(DeviceFlags.TIOCSWINSZ, structure);
    }

    private void ioctl(Constant request, NativeMemory structure) {
        try {
            syscalls.require(
                    SystemCall.IOCTL,
                    List.of("fd " + descriptor, request),
                    descriptor,
                    request.value(),
                    structure.address());
        } finally {
            Reference.reachabilityFence(structure);
        }
    }
}
