package dev.vsh.shell.verb;

import dev.vsh.driver.ContainerFile;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Completes names of files as a container has them; folders end with a slash. */
final class ContainerFileNames {
    /** Where a command without a slash is looked for, as the init's own PATH has it. */
    private static final List<String> COMMANDS =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private final DomainArgument domain;

    ContainerFileNames(DomainArgument domain) {
        this.domain = domain;
    }

    ValueCompleter folders() {
        return (soFar, prefix) -> paths(soFar, prefix, ContainerFile::isFolder);
    }

    /** The first word is a command; the others may be files. */
    ValueCompleter commandLine(Option.Words words) {
        return (soFar, prefix) ->
                prefix.startsWith("/")
                        ? paths(soFar, prefix, _ -> true)
                        : soFar.words(words).isEmpty() ? commands(soFar, prefix) : List.of();
    }

    private List<String> paths(Invocation soFar, String prefix, Predicate<ContainerFile> wanted) {
        if (!soFar.has(domain.option()) || !(prefix.isEmpty() || prefix.startsWith("/"))) {
            return List.of();
        }
        String folder = prefix.isEmpty() ? "/" : prefix.substring(0, prefix.lastIndexOf('/') + 1);
        boolean hiddenToo = prefix.startsWith(folder + ".");
        return domain.of(soFar).files(folder).stream()
                .filter(wanted)
                .filter(file -> hiddenToo || !file.name().startsWith("."))
                .map(file -> folder + file.name() + (file.isFolder() ? "/" : ""))
                .sorted()
                .toList();
    }

    /** All of them would be no help to anybody. */
    private List<String> commands(Invocation soFar, String prefix) {
        if (!soFar.has(domain.option()) || prefix.isEmpty()) {
            return List.of();
        }
        Domain found = domain.of(soFar);
        return COMMANDS.stream()
                .flatMap(folder -> files(found, folder))
                .filter(file -> !file.isFolder())
                .map(ContainerFile::name)
                .filter(name -> name.startsWith(prefix))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<ContainerFile> files(Domain domain, String folder) {
        try {
            return domain.files(folder).stream();
        } catch (DriverException _) {
            // not every container has all of these folders
            return Stream.of();
        }
    }
}
