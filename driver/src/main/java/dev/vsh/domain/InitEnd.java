package dev.vsh.domain;

/** How a container's init ended. */
public sealed interface InitEnd {
    /** In words, as {@code exited with status 3}. */
    String text();

    /** What a shell would call its status: 0 to 255. */
    int status();

    /** What a shell adds to a signal's number. */
    int SIGNALED = 128;

    /** By itself. */
    record Exited(int status) implements InitEnd {
        @Override
        public String text() {
            return "exited with status " + status;
        }
    }

    /** By a signal. */
    record Killed(int signal) implements InitEnd {
        @Override
        public String text() {
            return "ended by " + SignalName.of(signal);
        }

        @Override
        public int status() {
            return SIGNALED + signal;
        }
    }

    /** By reboot(2), which turned the container off: to whoever waits for it, this looks like a SIGINT. */
    record PoweredOff() implements InitEnd {
        private static final int SIGINT = 2;

        @Override
        public String text() {
            return "powered off";
        }

        @Override
        public int status() {
            return SIGNALED + SIGINT;
        }
    }

    /** By reboot(2), which was to start it again: to whoever waits for it, this looks like a SIGHUP. */
    record Rebooted() implements InitEnd {
        private static final int SIGHUP = 1;

        @Override
        public String text() {
            return "rebooted";
        }

        @Override
        public int status() {
            return SIGNALED + SIGHUP;
        }
    }
}
