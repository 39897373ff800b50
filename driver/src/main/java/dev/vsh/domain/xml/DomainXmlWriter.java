package dev.vsh.domain.xml;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.LiveDetails;
import dev.vsh.schema.ConsoleXml;
import dev.vsh.schema.DomainXml;

import java.util.List;

/**
 * Writes domains in libvirt's normal form: the order of {@code virsh dumpxml}, two spaces a level, sizes in KiB. What
 * it writes reads back as the same definition. Safe for use by several threads.
 */
public final class DomainXmlWriter {
    private final BeanPrinter<DomainXml> printer;

    public DomainXmlWriter(DomainGrammar grammar) {
        this.printer = new BeanPrinter<>(grammar);
    }

    /** A writer with a grammar of its own. */
    public static DomainXmlWriter create() {
        return new DomainXmlWriter(new DomainGrammar());
    }

    /** The document of a domain that does not run, as {@code dumpxml --inactive} prints it. */
    public String write(DomainDefinition definition) {
        var verbatim = new Verbatim();
        return printer.print(DomainWriting.xml(definition, verbatim), verbatim);
    }

    /** The document of a running domain, with its id and the paths of its consoles. */
    public String write(DomainDefinition definition, LiveDetails live) {
        var verbatim = new Verbatim();
        DomainXml xml = DomainWriting.xml(definition, verbatim);
        xml.setId(Math.toIntExact(live.id()));
        List<ConsoleXml> consoles = xml.getDevices().getFirst().getConsole();
        int known = Math.min(consoles.size(), live.consolePaths().size());
        for (int i = 0; i < known; i++) {
            ConsoleBinding.makeLive(consoles.get(i), i, live.consolePaths().get(i));
        }
        return printer.print(xml, verbatim);
    }
}
