package dev.vsh.netlink;

/** A number of 32 bits in a request. */
public sealed interface Word {
    Word ZERO = new Known(0);

    record Known(int value) implements Word {
        @Override
        public String toString() {
            return Integer.toUnsignedString(value);
        }
    }

    /**
     * Known only when the request is sent.
     *
     * @param slot what it is to whoever sends it
     * @param name for people
     */
    record Later(int slot, String name) implements Word {
        @Override
        public String toString() {
            return "{" + name + "}";
        }
    }

    static Word of(int value) {
        return new Known(value);
    }
}
