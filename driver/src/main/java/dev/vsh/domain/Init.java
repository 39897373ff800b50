package dev.vsh.domain;

import java.util.List;
import java.util.Optional;

/**
 * {@code <os>}: the first process of the container.
 *
 * @param architecture {@code <type arch=…>}, where given
 * @param path absolute, inside the container's root
 * @param user {@code <inituser>}: a name, a number or {@code +number}, looked up in the container's own files
 */
public record Init(
        Optional<String> architecture,
        String path,
        List<String> arguments,
        List<EnvironmentVariable> environment,
        Optional<String> directory,
        Optional<String> user,
        Optional<String> group,
        Optional<String> commandLine) {
    public Init {
        arguments = List.copyOf(arguments);
        environment = List.copyOf(environment);
    }

    /** {@code <initenv name='…'>value</initenv>}. */
    public record EnvironmentVariable(String name, String value) {}
}
