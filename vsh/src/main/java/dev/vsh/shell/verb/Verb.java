package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;

/** A command as this package builds it: collaborators come through the constructor. */
interface Verb {
    CommandDefinition definition();
}
