package dev.vsh.shell.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the lines of earlier sessions are kept.
 *
 * @param file empty when there is no home to keep it in
 * @param size in lines
 */
public record History(Optional<Path> file, int size) {
    private static final int DEFAULT_SIZE = 500;
    private static final int LARGEST_SIZE = 500_000;

    public static History of(Map<String, String> environment) {
        Optional<Path> folder =
                directory(environment, "XDG_STATE_HOME")
                        .or(
                                () ->
                                        directory(environment, "HOME")
                                                .map(home -> home.resolve(".cache")));
        return new History(folder.map(found -> found.resolve("vsh/history")), size(environment));
    }

    private static Optional<Path> directory(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> value.startsWith("/"))
                .map(Path::of);
    }

    private static int size(Map<String, String> environment) {
        try {
            int size = Integer.parseInt(environment.getOrDefault("VIRSH_HISTSIZE", ""));
            return size < 0 || size > LARGEST_SIZE ? DEFAULT_SIZE : size;
        } catch (NumberFormatException _) {
            return DEFAULT_SIZE;
        }
    }
}
