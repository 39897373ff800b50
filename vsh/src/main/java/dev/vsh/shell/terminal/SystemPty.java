package dev.vsh.shell.terminal;

import dev.vsh.linux.SyscallException;
import dev.vsh.linux.TerminalDevice;

import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.AbstractPty;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;

/**
 * The terminal at standard input and output, for JLine, by ioctl(2). JLine's own ways are stty(1) and its kin, which take a
 * tenth of a second until the prompt, and native code that does not know the speed of a line and sets it to 0 with
 * everything else, which on a serial line means to hang up.
 */
final class SystemPty extends AbstractPty {
    private final TerminalDevice device;
    private final TypedAhead typedAhead;

    /**
     * @param typedAhead read before anything else
     */
    SystemPty(TerminalDevice device, TypedAhead typedAhead) {
        super(new ExecTerminalProvider(), SystemStream.Output);
        this.device = device;
        this.typedAhead = typedAhead;
    }

    @Override
    public Attributes getAttr() throws IOException {
        return TerminalAttributes.of(asked(device::settings));
    }

    @Override
    protected void doSetAttr(Attributes attributes) throws IOException {
        asked(
                () -> {
                    device.set(TerminalAttributes.applied(attributes, device.settings()));
                    return attributes;
                });
    }

    @Override
    public Size getSize() throws IOException {
        TerminalDevice.Size size = asked(device::size);
        return new Size(size.columns(), size.rows());
    }

    @Override
    public void setSize(Size size) throws IOException {
        asked(
                () -> {
                    device.setSize(new TerminalDevice.Size(size.getColumns(), size.getRows()));
                    return size;
                });
    }

    @Override
    protected InputStream doGetSlaveInput() {
        return new FilterInputStream(new FileInputStream(FileDescriptor.in)) {
            @Override
            public int read() throws IOException {
                return typedAhead.isEmpty() ? super.read() : typedAhead.take();
            }

            @Override
            public int read(byte[] buffer, int start, int length) throws IOException {
                if (typedAhead.isEmpty() || length == 0) {
                    return super.read(buffer, start, length);
                }
                buffer[start] = (byte) typedAhead.take();
                return 1;
            }
        };
    }

    @Override
    public OutputStream getSlaveOutput() {
        return new FileOutputStream(FileDescriptor.out);
    }

    @Override
    public InputStream getMasterInput() {
        throw new UnsupportedOperationException("somebody else has the other end of this terminal");
    }

    @Override
    public OutputStream getMasterOutput() {
        throw new UnsupportedOperationException("somebody else has the other end of this terminal");
    }

    @Override
    public void close() {}

    /** JLine expects its kind of exception where a terminal is gone. */
    private static <T> T asked(Supplier<T> question) throws IOException {
        try {
            return question.get();
        } catch (SyscallException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
