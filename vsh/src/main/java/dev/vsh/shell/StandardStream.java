package dev.vsh.shell;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A stream of the process that remembers what went wrong with it: a {@link java.io.PrintStream} does not. */
final class StandardStream extends OutputStream {
    private static final String READER_LEFT = "Broken pipe";

    private final FileOutputStream file;
    private Optional<IOException> failure = Optional.empty();

    StandardStream(FileDescriptor descriptor) {
        this.file = new FileOutputStream(descriptor);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        try {
            file.write(buffer, offset, length);
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /** Why something is missing; nothing when the reader has just had enough, as head does. */
    Optional<String> complaint() {
        return failure.map(IOException::getMessage).filter(message -> !message.equals(READER_LEFT));
    }
}
