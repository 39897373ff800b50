package dev.vsh.shell.console;

import java.io.IOException;
import java.util.Arrays;

/** Input that ends at the escape character, wherever that comes in a read; what is behind it goes back. */
final class EscapableInput implements LocalInput {
    private final LocalTerminal terminal;
    private final EscapeCharacter escape;
    private boolean escaped;

    EscapableInput(LocalTerminal terminal, EscapeCharacter escape) {
        this.terminal = terminal;
        this.escape = escape;
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        if (escaped) {
            return -1;
        }
        int length = terminal.read(buffer);
        int found = escape.indexIn(buffer, length);
        if (found < 0) {
            return length;
        }
        escaped = true;
        terminal.giveBack(Arrays.copyOfRange(buffer, found + 1, length));
        return found == 0 ? -1 : found;
    }
}
