package dev.vsh.shell.verb;

import dev.vsh.driver.DomainDocument;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;

/** The {@code <file>} of commands that define or create something. */
final class DocumentArgument {
    /** virsh needs it said; here it is so anyway. */
    static final Option.Flag VALIDATE =
            new Option.Flag("validate", "validate the XML against the schema (always done)");

    private final TextFiles files;
    private final Option.Text option;

    /**
     * @param what the document is about
     */
    DocumentArgument(TextFiles files, String what) {
        this.files = files;
        this.option =
                Option.Text.required(
                        "file", "file containing an XML " + what + " description", files.names());
    }

    Option.Text option() {
        return option;
    }

    DomainDocument of(Invocation invocation) {
        String name = invocation.required(option);
        return DomainDocument.of(files.read(name), name);
    }
}
