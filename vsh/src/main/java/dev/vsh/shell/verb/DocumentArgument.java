package dev.vsh.shell.verb;

import dev.vsh.driver.DomainDocument;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.session.WorkingDirectory;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The {@code <file>} of {@code define} and {@code create}. */
final class DocumentArgument {
    /** virsh needs it said; here it is so anyway. */
    static final Option.Flag VALIDATE =
            new Option.Flag("validate", "validate the XML against the schema (always done)");

    private final WorkingDirectory directory;
    private final Option.Text option;

    DocumentArgument(WorkingDirectory directory) {
        this.directory = directory;
        this.option =
                Option.Text.required(
                        "file",
                        "file containing an XML domain description",
                        FileNames.any(directory));
    }

    Option.Text option() {
        return option;
    }

    DomainDocument of(Invocation invocation) {
        String name = invocation.required(option);
        Path file = directory.resolve(name);
        try {
            return DomainDocument.of(Files.readString(file), name);
        } catch (IOException e) {
            throw new CommandException("Failed to open file '" + name + "': " + reason(file, e), e);
        }
    }

    private static String reason(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "No such file or directory";
            case AccessDeniedException _ -> "Permission denied";
            case CharacterCodingException _ -> "it is not encoded in UTF-8";
            case FileSystemException failure ->
                    Optional.ofNullable(failure.getReason()).orElse("it cannot be read");
            default -> Files.isDirectory(file) ? "Is a directory" : String.valueOf(e.getMessage());
        };
    }
}
