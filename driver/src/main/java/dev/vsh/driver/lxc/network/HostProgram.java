package dev.vsh.driver.lxc.network;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program of the host's that does a part of the work.
 *
 * @param task what it is needed for, for people
 * @param debianPackage where it comes from
 */
record HostProgram(String name, String task, String debianPackage) {
    private static final String USUAL_PLACES = "/usr/sbin:/usr/bin:/sbin:/bin";

    /**
     * Runs it to its end.
     *
     * @param input what it reads
     * @return what it printed
     * @throws DriverException OPERATION_FAILED when it is not there, or with what it said when it failed
     */
    String run(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(file().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", USUAL_PLACES);
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw failure(firstLine(said));
            }
            return said;
        } catch (IOException e) {
            throw failure(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted");
        }
    }

    private Path file() {
        return Stream.of(System.getenv().getOrDefault("PATH", ""), USUAL_PLACES)
                .flatMap(folders -> Stream.of(folders.split(":")))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () ->
                                failure(
                                        "there is no such program; install the Debian package "
                                                + debianPackage));
    }

    private static String firstLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason given");
    }

    private DriverException failure(String reason) {
        return new DriverException(
                ErrorCode.OPERATION_FAILED, "cannot " + task + " by '" + name + "': " + reason);
    }
}
