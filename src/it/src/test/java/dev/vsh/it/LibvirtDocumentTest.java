package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.XmlView;
import dev.vsh.it.harness.Checkout;
import dev.vsh.it.harness.Libvirt;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The same document defined by libvirt and here: {@code dumpxml} prints the same, letter by letter. */
@Requires({Need.ROOT, Need.CGROUP_V1, Need.LIBVIRT})
final class LibvirtDocumentTest {
    private static final Path EVERYTHING =
            Checkout.folder().resolve("src/it/src/test/resources/libvirt/everything.xml");

    private static final Pattern NAME = Pattern.compile("(?m)^ *<name>(.*?)</name>");

    /** What libvirt writes and this does not, with the reason. The list is complete. */
    private enum Difference {
        /** Here no program of libvirt's runs: the element is kept where a document has it, and not made up. */
        EMULATOR("\\n    <emulator>/usr/lib/libvirt/libvirt_lxc</emulator>", ""),
        /** Guessed from the letters of "vda", for virtual machines: a container has no such bus. */
        DISK_BUS(" bus='virtio'", ""),
        /** Whether a virtual machine's driver takes the device from the host's. */
        HOSTDEV_MANAGED(" managed='no'", ""),
        /** In metadata libvirt's library for XML writes the quotes. */
        METADATA_QUOTES("xmlns:note=\"urn:note\"", "xmlns:note='urn:note'");

        private final Pattern theirs;
        private final String ours;

        Difference(String theirs, String ours) {
            this.theirs = Pattern.compile(theirs);
            this.ours = ours;
        }

        String apply(String document) {
            return theirs.matcher(document).replaceAll(ours);
        }
    }

    /** Ours, which libvirt does not know. */
    private static final Pattern OUR_ELEMENT =
            Pattern.compile(
                    "(?s)\\n  <vsh:container>.*</vsh:container>"
                            + "| xmlns:vsh='http://vsh.dev/schemas/domain/1.0'");

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    @Test
    void dumpIsTheSameForEveryDocument() throws IOException {
        List<Executable> comparisons = new ArrayList<>();
        try (Libvirt libvirt = sandbox.libvirt();
                Connection connection = sandbox.connect()) {
            for (Path file : documents()) {
                String document = identified(addressed(Files.readString(file)));
                String theirs = withoutDifferences(dumpOfLibvirt(libvirt, document), document);
                String ours = dump(connection, document);
                comparisons.add(() -> assertEquals(theirs.strip(), ours.strip(), file::toString));
            }
        }
        assertAll(comparisons);
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(EVERYTHING));
        try (Stream<Path> samples = Files.list(Checkout.folder().resolve("xml-samples"))) {
            samples.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith("-invalid.xml"))
                    .sorted()
                    .forEach(documents::add);
        }
        return documents;
    }

    /** With hardware addresses, which both would make up. */
    private static String addressed(String document) {
        return document.contains("<mac ")
                ? document
                : document.replaceAll(
                        "(<interface [^>]*>)", "$1<mac address='52:54:00:00:00:07'/>");
    }

    /** With a uuid, which both would make up, and a name that no other domain has. */
    private String identified(String document) {
        String name = "<name>" + sandbox.name() + "</name>";
        String identity =
                document.contains("<uuid>")
                        ? name
                        : name + "<uuid>" + UUID.randomUUID() + "</uuid>";
        return NAME.matcher(document).replaceFirst(Matcher.quoteReplacement(identity));
    }

    private String dumpOfLibvirt(Libvirt libvirt, String document) throws IOException {
        Path file = Files.writeString(sandbox.folder().resolve("domain.xml"), document);
        libvirt.virsh("define", file.toString());
        String name = NAME.matcher(document).results().findFirst().orElseThrow().group(1);
        return libvirt.virsh("dumpxml", "--inactive", name);
    }

    private static String withoutDifferences(String dump, String document) {
        String text = dump;
        for (Difference difference : Difference.values()) {
            boolean isMeant = difference == Difference.EMULATOR && document.contains("<emulator>");
            text = isMeant ? text : difference.apply(text);
        }
        return text;
    }

    private static String dump(Connection connection, String document) {
        Domain domain = connection.defineDomain(DomainDocument.of(document));
        return OUR_ELEMENT.matcher(domain.xml(XmlView.INACTIVE)).replaceAll("");
    }
}
