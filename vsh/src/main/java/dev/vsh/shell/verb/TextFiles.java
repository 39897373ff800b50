package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.session.WorkingDirectory;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Files that the user names to have their text read. */
final class TextFiles {
    private final WorkingDirectory directory;

    TextFiles(WorkingDirectory directory) {
        this.directory = directory;
    }

    ValueCompleter names() {
        return FileNames.any(directory);
    }

    /** Where a file is, whatever directory the process itself is in. */
    Path path(String name) {
        return directory.resolve(name);
    }

    /**
     * @throws CommandException saying why not
     */
    String read(String name) {
        Path file = path(name);
        try {
            return Files.readString(file);
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
