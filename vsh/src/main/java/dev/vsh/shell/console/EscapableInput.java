package dev.vsh.shell.console;

import java.io.IOException;

/** Input that ends at the escape character, wherever that comes in a read. */
final class EscapableInput implements LocalInput {
    private final LocalInput keys;
    private final EscapeCharacter escape;
    private boolean escaped;

    EscapableInput(LocalInput keys, EscapeCharacter escape) {
        this.keys = keys;
        this.escape = escape;
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        if (escaped) {
            return -1;
        }
        int length = keys.read(buffer);
        int found = escape.indexIn(buffer, length);
        if (found < 0) {
            return length;
        }
        escaped = true;
        return found == 0 ? -1 : found;
    }
}
