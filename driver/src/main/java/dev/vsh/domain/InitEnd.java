package dev.vsh.domain;

/** How a container's init ended. */
public sealed interface InitEnd {
    /** In words, as {@code exited with status 3}. */
    String text();

    /** What a shell would call its status: 0 to 255. */
    int status();

    /** By itself. */
    record Exited(int status) implements InitEnd {
        @Override
        public String text() {
            return "exited with status " + status;
        }
    }

    /** By a signal; a reboot or power-off from inside shows as one, too. */
    record Killed(int signal) implements InitEnd {
        private static final int SIGNALED = 128;

        @Override
        public String text() {
            return "ended by " + SignalName.of(signal);
        }

        @Override
        public int status() {
            return SIGNALED + signal;
        }
    }
}
