package dev.vsh.driver.lxc.doctor;

import dev.vsh.driver.HostCheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM that all of this runs on, and the caches with which it starts in half the time.
 *
 * @param jar of the shell, as the launcher named it
 */
record JavaExamination(Path jar) implements Examination {
    private static final String AREA = "java";

    @Override
    public List<HostCheck> findings() {
        HostCheck version =
                HostCheck.pass(
                        AREA,
                        "version",
                        Runtime.version() + " in " + System.getProperty("java.home"));
        Path folder = jar.toAbsolutePath().resolveSibling("");
        return Stream.concat(
                        Stream.of(version),
                        Stream.of("vsh", "helper").map(name -> cache(folder, name)))
                .toList();
    }

    private HostCheck cache(Path folder, String name) {
        String subject = "AOT cache of " + (name.equals("vsh") ? "the shell" : "helpers");
        try {
            String id = Files.readString(folder.resolve("jars.id")).strip();
            Path cache = folder.resolve(name + "-" + id + ".aot");
            if (Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) >= 0) {
                return HostCheck.pass(AREA, subject, cache.toString());
            }
            return bad(folder, subject, "older than the jars");
        } catch (IOException _) {
            return bad(folder, subject, "not there");
        }
    }

    private static HostCheck bad(Path folder, String subject, String finding) {
        return HostCheck.warn(
                AREA,
                subject,
                finding + ": everything starts in twice the time",
                folder.resolveSibling("bin/vsh-train").toString());
    }
}
