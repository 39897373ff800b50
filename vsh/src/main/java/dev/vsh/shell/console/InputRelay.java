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
            copy();
        } catch (IOException _) {
            // There is no user any more. Closing lets the other direction find out.
            stream.close();
        }
    }

    private void copy() throws IOException {
        byte[] buffer = new byte[4096];
        byte last = '\n';
        int length;
        while ((length = input.read(buffer)) != -1) {
            if (!deliver(buffer, length)) {
                return;
            }
            last = buffer[length - 1];
        }
        switch (atEnd) {
            case LEAVE -> stream.close();
            case SAY_SO -> sayEnd(last);
        }
    }

    /**
     * False when the container is gone: the other direction finds that out by itself, and behind the
     * last of the output.
     */
    private boolean deliver(byte[] bytes, int length) {
        try {
            stream.write(bytes, 0, length);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * A terminal takes ^D for the end only at the beginning of a line; elsewhere the first one just
     * hands over what was typed.
     */
    private void sayEnd(byte last) {
        byte[] end = {END_OF_TRANSMISSION, END_OF_TRANSMISSION};
        deliver(end, last == '\n' ? 1 : 2);
    }
}
