package dev.vsh.shell.verb;

import java.util.OptionalLong;

/** How virsh writes a domain's id. */
final class IdText {
    private IdText() {}

    static String of(OptionalLong id) {
        return id.isPresent() ? Long.toString(id.getAsLong()) : "-";
    }
}
