package dev.vsh.shell.verb;

import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.session.WorkingDirectory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Completes names of files; directories end with a slash. */
final class FileNames implements ValueCompleter {
    private final WorkingDirectory directory;
    private final Predicate<Path> wanted;

    private FileNames(WorkingDirectory directory, Predicate<Path> wanted) {
        this.directory = directory;
        this.wanted = wanted;
    }

    static FileNames any(WorkingDirectory directory) {
        return new FileNames(directory, _ -> true);
    }

    static FileNames directories(WorkingDirectory directory) {
        return new FileNames(directory, Files::isDirectory);
    }

    @Override
    public List<String> candidates(Invocation soFar, String prefix) {
        String parent = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        boolean hiddenToo =
                prefix.length() > parent.length() && prefix.startsWith(".", parent.length());
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(directory.path().resolve(parent))) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (wanted.test(file) && (hiddenToo || !name.startsWith("."))) {
                    names.add(parent + name + (Files.isDirectory(file) ? "/" : ""));
                }
            }
        } catch (IOException | InvalidPathException _) {
            return List.of();
        }
        Collections.sort(names);
        return names;
    }
}
