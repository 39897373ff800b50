package dev.vsh.driver.lxc;

import dev.vsh.domain.SignalName;

/** What an init is sent to make it do something. */
sealed interface InitWish {
    /** For messages. */
    String text();

    /** A signal that it handles. */
    record Signal(int number) implements InitWish {
        @Override
        public String text() {
            return SignalName.of(number);
        }
    }

    /** A signal to runit, which looks at a file then to know whether it is to reboot. */
    record Runit(boolean reboot) implements InitWish {
        @Override
        public String text() {
            return "SIGCONT";
        }
    }

    /** A request for a runlevel on its fifo. */
    record Runlevel(char level) implements InitWish {
        @Override
        public String text() {
            return "runlevel " + level;
        }
    }
}
