package dev.vsh.it.harness;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;

/** Looks around from inside a container: its init runs commands, writes down what they print, and ends. */
public record Probe(Sandbox sandbox, BusyboxRoot root, ContainerDocument document) {
    private static final String SCRIPT = "/probe";
    private static final String OUTPUT = "/out/probe";

    public static Probe in(Sandbox sandbox) {
        BusyboxRoot root = sandbox.busyboxRoot();
        root.write(OUTPUT, "");
        root.path(OUTPUT).toFile().setWritable(true, false);
        return new Probe(sandbox, root, sandbox.document(root));
    }

    /**
     * @param commands of a shell
     * @param words the arguments of the init
     * @return what they printed, errors included, when the container has ended
     */
    public String run(String commands, String... words) {
        root.script(SCRIPT, "exec >" + OUTPUT + " 2>&1\n" + commands);
        document.init(SCRIPT, words);
        try (Connection connection = sandbox.connect()) {
            Domain domain = connection.defineDomain(document.document());
            domain.start();
            Await.until("the probe's end", domain::status, _ -> !domain.isActive());
        }
        return root.read(OUTPUT).strip();
    }
}
