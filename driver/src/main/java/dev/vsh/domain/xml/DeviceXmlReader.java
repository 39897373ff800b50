package dev.vsh.domain.xml;

import dev.vsh.domain.Device;
import dev.vsh.domain.Devices;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.xml.InvalidDocumentException.Stage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads documents that are one element of {@code <devices>}, by the same rules as those of whole domains. Safe for use
 * by several threads.
 */
public final class DeviceXmlReader {
    /** The least that a domain is. All in one line, so that lines are counted as the user counts them. */
    private static final String BEFORE =
            "<domain type='lxc'><name>of-a-device</name><memory>1024</memory>"
                    + "<os><type>exe</type><init>/</init></os><devices>";

    private static final String AFTER = "</devices></domain>";
    private static final Pattern DECLARATION = Pattern.compile("\\s*<\\?xml\\s[^>]*\\?>");

    private final DomainGrammar grammar;

    public DeviceXmlReader(DomainGrammar grammar) {
        this.grammar = grammar;
    }

    /**
     * @throws InvalidDocumentException with every problem of the document
     */
    public ParsedDevice read(String text, String origin, boolean validate) {
        List<String> made = new ArrayList<>();
        Defaults host = HostDefaults.create();
        Defaults counting =
                new Defaults(
                        host.uuids(),
                        () -> {
                            made.add(host.macs().get());
                            return made.getLast();
                        },
                        host.architecture());
        Device device = onlyDevice(domain(text, origin, validate, counting), origin);
        return new ParsedDevice(device, made.isEmpty());
    }

    private DomainDefinition domain(
            String text, String origin, boolean validate, Defaults defaults) {
        try {
            return new DomainXmlReader(grammar, defaults)
                    .read(BEFORE + withoutDeclaration(text) + AFTER, origin, validate);
        } catch (InvalidDocumentException e) {
            throw new InvalidDocumentException(
                    origin,
                    e.stage(),
                    e.problems().stream().map(DeviceXmlReader::asWritten).toList());
        }
    }

    /** With spaces in its place, so that columns stay what they are. */
    private static String withoutDeclaration(String text) {
        Matcher declaration = DECLARATION.matcher(text);
        return declaration.lookingAt()
                ? declaration.group().replaceAll("\\S", " ") + text.substring(declaration.end())
                : text;
    }

    private static XmlProblem asWritten(XmlProblem problem) {
        int column =
                problem.line() == 1
                        ? Math.max(1, problem.column() - BEFORE.length())
                        : problem.column();
        return new XmlProblem(problem.line(), column, problem.message());
    }

    private static Device onlyDevice(DomainDefinition domain, String origin) {
        Devices devices = domain.devices();
        List<Device> all = new ArrayList<>();
        all.addAll(devices.filesystems());
        all.addAll(devices.interfaces());
        all.addAll(devices.consoles());
        all.addAll(devices.disks());
        all.addAll(devices.hostDevices());
        // A disk or a host device, too, has parts that are kept so.
        domain.unsupported().stream()
                .filter(element -> element.path().matches("devices/[^/]+"))
                .map(Device.Other::new)
                .forEach(all::add);
        if (all.size() != 1) {
            throw new InvalidDocumentException(
                    origin,
                    Stage.SEMANTIC,
                    List.of(
                            new XmlProblem(
                                    1,
                                    1,
                                    "one device is expected, such as <interface>, and there are "
                                            + all.size())));
        }
        return all.getFirst();
    }
}
