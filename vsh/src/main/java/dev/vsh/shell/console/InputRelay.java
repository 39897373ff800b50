package dev.vsh.shell.console;

import dev.vsh.driver.ConsoleStream;

import java.io.IOException;

/** The direction from the user to the container, on a thread of its own. */
final class InputRelay implements Runnable {
    private static final byte END_OF_TRANSMISSION = 4;

    /** What the end of the input means. */
    enum AtEnd {
        /** The user goes away. */
        LEAVE,
        /** Nothing more comes, but the container may still have something to say. */
        SAY_SO
    }

    private final LocalInput input;
    private final ConsoleStream stream;
    private final AtEnd atEnd;

    InputRelay(LocalInput input, ConsoleStream stream, AtEnd atEnd) {
        this.input = input;
        this.stream = stream;
        this.atEnd = atEnd;
    }

    void start() {
        Thread.ofPlatform().name("console-input").daemon().start(this);
    }

    @Override
    public void run() {
        try {
            byte last = copy();
            switch (atEnd) {
                case LEAVE -> stream.close();
                case SAY_SO -> sayEnd(last);
            }
        } catch (IOException _) {
            // Either side is gone. Closing lets the other direction find out, and it has the last
            // word.
            stream.close();
        }
    }

    private byte copy() throws IOException {
        byte[] buffer = new byte[4096];
        byte last = '\n';
        int length;
        while ((length = input.read(buffer)) != -1) {
            stream.write(buffer, 0, length);
            last = buffer[length - 1];
        }
        return last;
    }

    /**
     * A terminal takes ^D for the end only at the beginning of a line; elsewhere the first one just
     * hands over what was typed.
     */
    private void sayEnd(byte last) throws IOException {
        byte[] end = {END_OF_TRANSMISSION, END_OF_TRANSMISSION};
        stream.write(end, 0, last == '\n' ? 1 : 2);
    }
}
