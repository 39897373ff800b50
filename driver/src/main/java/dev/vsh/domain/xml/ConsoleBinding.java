package dev.vsh.domain.xml;

import dev.vsh.domain.Console;
import dev.vsh.domain.OpaqueElement;
import dev.vsh.schema.AliasXml;
import dev.vsh.schema.CharacterDeviceTypeXml;
import dev.vsh.schema.ConsoleSourceXml;
import dev.vsh.schema.ConsoleTargetTypeXml;
import dev.vsh.schema.ConsoleTargetXml;
import dev.vsh.schema.ConsoleXml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code <console>}. */
final class ConsoleBinding {
    private static final OpaqueChildren<ConsoleXml> CHILDREN =
            new OpaqueChildren<ConsoleXml>("devices/console")
                    .with("protocol", ConsoleXml::getProtocol)
                    .with("log", ConsoleXml::getLog)
                    .with("address", ConsoleXml::getAddress);

    private static final String ALIAS = "devices/console/alias";

    private ConsoleBinding() {}

    /** As in libvirt, a console without a port gets the one after the highest of all. */
    static List<Console> consoles(List<ConsoleXml> xml, Places places) {
        int next = 1 + xml.stream().flatMap(each -> port(each).stream()).reduce(-1, Math::max);
        List<Console> consoles = new ArrayList<>();
        for (ConsoleXml console : xml) {
            Optional<Integer> port = port(console);
            consoles.add(console(console, port.orElse(next), places));
            next += port.isEmpty() ? 1 : 0;
        }
        return consoles;
    }

    static Optional<Integer> port(ConsoleXml xml) {
        return Single.of(xml.getTarget()).map(ConsoleTargetXml::getPort);
    }

    static CharacterDeviceTypeXml type(ConsoleXml xml) {
        return Optional.ofNullable(xml.getType()).orElse(CharacterDeviceTypeXml.PTY);
    }

    private static Console console(ConsoleXml xml, int port, Places places) {
        ConsoleTargetTypeXml target =
                Single.of(xml.getTarget())
                        .map(ConsoleTargetXml::getType)
                        .orElse(ConsoleTargetTypeXml.LXC);
        List<OpaqueElement> others = new ArrayList<>(CHILDREN.read(xml, places));
        xml.getAlias().stream()
                .filter(alias -> Aliases.isUsers(alias.getName()))
                .forEach(alias -> others.add(new OpaqueElement(ALIAS, places.xml(alias))));
        return new Console(type(xml).value(), target.value(), port, others);
    }

    static ConsoleXml xml(Console console, Verbatim verbatim) {
        var target = new ConsoleTargetXml();
        target.setType(ConsoleTargetTypeXml.fromValue(console.targetType()));
        target.setPort(console.port());
        var xml = new ConsoleXml();
        xml.setType(CharacterDeviceTypeXml.fromValue(console.type()));
        xml.getTarget().add(target);
        CHILDREN.write(console.others(), xml, verbatim);
        console.others().stream()
                .filter(other -> other.path().equals(ALIAS))
                .forEach(other -> xml.getAlias().add(verbatim.in(new AliasXml(), other.xml())));
        return xml;
    }

    /** Adds what is true only while the domain runs. */
    static void makeLive(ConsoleXml xml, int index, String path) {
        var source = new ConsoleSourceXml();
        source.setPath(path);
        xml.setTty(path);
        xml.getSource().add(source);
        if (xml.getAlias().isEmpty()) {
            var alias = new AliasXml();
            alias.setName("console" + index);
            xml.getAlias().add(alias);
        }
    }
}
