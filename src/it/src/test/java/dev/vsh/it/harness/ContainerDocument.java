package dev.vsh.it.harness;

import dev.vsh.driver.DomainDocument;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the XML of a domain for a test; what a test does not say is as small as can be. */
public final class ContainerDocument {
    private final String name;
    private String root = "";
    private String init = "/bin/sh";
    private final List<String> arguments = new ArrayList<>();
    private final StringBuilder os = new StringBuilder();
    private final StringBuilder features = new StringBuilder("<privnet/>");
    private final StringBuilder elements = new StringBuilder();
    private final StringBuilder devices = new StringBuilder();
    private Optional<String> idMap = Optional.empty();
    private int memoryMib = 64;
    private int consoles = 1;

    ContainerDocument(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public ContainerDocument root(String folder) {
        return root(folder, "");
    }

    public ContainerDocument root(String folder, String more) {
        root = mount("<source dir='" + escape(folder) + "'/>", "/", more);
        return this;
    }

    public ContainerDocument readonlyRoot(String folder) {
        return root(folder, "<readonly/>");
    }

    /**
     * A filesystem of another type than {@code mount}, for the root or below it.
     *
     * @param attributes of {@code <filesystem>}
     * @param source attributes of {@code <source>}
     */
    public ContainerDocument filesystem(
            String attributes, String source, String target, String more) {
        String element =
                "<filesystem %s><source %s/><target dir='%s'/>%s</filesystem>\n"
                        .formatted(attributes, source, escape(target), more);
        if (target.equals("/")) {
            root = element;
        } else {
            devices.append(element);
        }
        return this;
    }

    public ContainerDocument image(Path image, String target, String more) {
        return filesystem("type='file'", "file='" + escape(image.toString()) + "'", target, more);
    }

    public ContainerDocument init(String path, String... words) {
        init = path;
        arguments.clear();
        arguments.addAll(List.of(words));
        return this;
    }

    /** More elements of {@code <os>}. */
    public ContainerDocument os(String elements) {
        os.append(elements);
        return this;
    }

    /** Shares the host's network. */
    public ContainerDocument hostNetwork() {
        features.setLength(0);
        return this;
    }

    /** More elements of {@code <features>}. */
    public ContainerDocument features(String elements) {
        features.append(elements);
        return this;
    }

    /** More elements of {@code <domain>}; {@code lxc} and {@code vsh} stand for our namespaces. */
    public ContainerDocument elements(String elements) {
        this.elements.append(elements);
        return this;
    }

    /** Elements of {@code <devices>}, after the root and before the consoles. */
    public ContainerDocument devices(String elements) {
        devices.append(elements);
        return this;
    }

    public ContainerDocument filesystem(String source, String target, String more) {
        return devices(mount("<source dir='" + escape(source) + "'/>", target, more));
    }

    /** Maps {@code count} ids from 0 on to those from {@code target} on. */
    public ContainerDocument idMap(long target, long count) {
        String range = " start='0' target='" + target + "' count='" + count + "'/>";
        idMap = Optional.of("<idmap><uid" + range + "<gid" + range + "</idmap>");
        return this;
    }

    public ContainerDocument memoryMib(int size) {
        memoryMib = size;
        return this;
    }

    public ContainerDocument consoles(int count) {
        consoles = count;
        return this;
    }

    private static String mount(String source, String target, String more) {
        return "<filesystem type='mount'>"
                + source
                + "<target dir='"
                + escape(target)
                + "'/>"
                + more
                + "</filesystem>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }

    public String xml() {
        StringBuilder words = new StringBuilder();
        arguments.forEach(
                word -> words.append("<initarg>").append(escape(word)).append("</initarg>"));
        return """
        <domain type='lxc' xmlns:lxc='http://libvirt.org/schemas/domain/lxc/1.0'
                xmlns:vsh='http://vsh.dev/schemas/domain/1.0'>
          <name>%s</name>
          <memory unit='MiB'>%d</memory>
          <os><type>exe</type><init>%s</init>%s%s</os>
          %s
          <features>%s</features>
          %s
          <devices>
            %s%s
            %s
          </devices>
        </domain>
        """
                .formatted(
                        escape(name),
                        memoryMib,
                        escape(init),
                        words,
                        os,
                        idMap.orElse(""),
                        features,
                        elements,
                        root,
                        devices,
                        "<console type='pty'/>".repeat(consoles));
    }

    public DomainDocument document() {
        return DomainDocument.of(xml(), name + ".xml");
    }
}
