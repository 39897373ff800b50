package dev.vsh.shell.terminal;

import dev.vsh.shell.console.Keyboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The keys from the device itself, past JLine: its reader hands out single characters, and would keep one that belongs to
 * the line editor. As the terminal's mode says, each at once or in whole lines.
 */
final class DeviceKeyboard implements Keyboard {
    private final FileChannel device;

    DeviceKeyboard(Path path) {
        try {
            this.device = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open terminal: " + e.getMessage(), e);
        }
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        try {
            return device.read(ByteBuffer.wrap(buffer));
        } catch (ClosedChannelException _) {
            return -1;
        }
    }

    @Override
    public void close() {
        try {
            device.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the terminal: " + e.getMessage(), e);
        }
    }
}
