package dev.vsh.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A container whose init writes down what commands print, and stays until it is destroyed. */
public record Onlooker(Sandbox sandbox, BusyboxRoot root, ContainerDocument document) {
    private static final String OUTPUT = "/out/seen";
    private static final String END = "that is all\n";

    /**
     * @param devices elements of {@code <devices>}
     * @param commands of a shell
     */
    public static Onlooker in(Sandbox sandbox, String devices, String commands) {
        BusyboxRoot root = sandbox.busyboxRoot();
        root.write(OUTPUT, "");
        root.path(OUTPUT).toFile().setWritable(true, false);
        root.script(
                "/look",
                "exec >" + OUTPUT + " 2>&1\n" + commands + "\necho " + END + "exec sleep 1000");
        return new Onlooker(sandbox, root, sandbox.document(root).devices(devices).init("/look"));
    }

    public String name() {
        return document.name();
    }

    /** For commands of the shell that take a document. */
    public String file() {
        Path file = sandbox.folder().resolve(name() + ".xml");
        try {
            Files.writeString(file, document.xml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    /** What the commands printed, once they have ended. */
    public String seen() {
        return Await.until(
                "the commands' end", () -> root.read(OUTPUT), text -> text.endsWith(END));
    }
}
