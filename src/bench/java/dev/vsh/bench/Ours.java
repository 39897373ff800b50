package dev.vsh.bench;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Us: an open program, and the shell as users start it. */
final class Ours implements AutoCloseable {
    private final Program programs;
    private final Path launcher;
    private final String uri;
    private final Connection connection;

    /**
     * @param shipped what the archive unpacks to
     */
    Ours(Path shipped, Path work, String folder) {
        this.programs = new Program(Map.of("VSH_JAVA_HOME", "", "HOME", work.toString()));
        this.launcher = shipped.resolve("bin/vsh");
        this.uri = "lxc:///embed?root=" + work.resolve(folder);
        this.connection = Connection.open(uri);
    }

    Connection connection() {
        return connection;
    }

    Domain define(String document) {
        return connection.defineDomain(DomainDocument.of(document));
    }

    String vsh(String... words) throws IOException, InterruptedException {
        return programs.run(command(words));
    }

    Process startVsh(String... words) throws IOException {
        return programs.start(command(words));
    }

    /** The shell in a terminal. */
    Process startVshInTerminal(String... words) throws IOException {
        return programs.start(
                List.of("script", "-qec", String.join(" ", command(words)), "/dev/null"));
    }

    /** Not quiet: what a console says first is waited for. */
    private List<String> command(String... words) {
        return Stream.concat(Stream.of(launcher.toString(), "-c", uri), Stream.of(words)).toList();
    }

    @Override
    public void close() {
        for (Domain domain : connection.listAllDomains()) {
            if (domain.isActive()) {
                domain.destroy();
            }
            domain.undefine();
        }
        connection.close();
    }
}
