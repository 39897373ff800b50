package dev.vsh.shell.console;

import dev.vsh.driver.RemoteInput;

import java.io.IOException;

/** The direction from the user to the container, on a thread of its own. */
final class InputRelay implements Runnable {
    /** What the end of the input means. */
    enum AtEnd {
        /** The user goes away. */
        LEAVE,
        /** Nothing more comes, but the container may still have something to say. */
        SAY_SO
    }

    private final LocalInput input;
    private final RemoteInput stream;
    private final AtEnd atEnd;
    private volatile boolean stopped;

    InputRelay(LocalInput input, RemoteInput stream, AtEnd atEnd) {
        this.input = input;
        this.stream = stream;
        this.atEnd = atEnd;
    }

    void start() {
        Thread.ofPlatform().name("console-input").daemon().start(this);
    }

    /** From now on nobody listens: what it waits for may still be lost, and nothing behind that. */
    void stop() {
        stopped = true;
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
        int length;
        while (!stopped && (length = input.read(buffer)) != -1) {
            if (!deliver(buffer, length)) {
                return;
            }
        }
        if (stopped) {
            return;
        }
        switch (atEnd) {
            case LEAVE -> stream.close();
            case SAY_SO -> stream.endInput();
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
}
