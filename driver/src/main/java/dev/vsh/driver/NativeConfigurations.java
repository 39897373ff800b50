package dev.vsh.driver;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.lxctools.ConfigDocument;
import dev.vsh.domain.lxctools.ExportedConfig;
import dev.vsh.domain.lxctools.ImportedDomain;
import dev.vsh.domain.lxctools.InvalidConfigException;
import dev.vsh.domain.lxctools.LxcToolsReader;
import dev.vsh.domain.lxctools.LxcToolsWriter;
import dev.vsh.domain.xml.DomainGrammar;
import dev.vsh.domain.xml.DomainXmlReader;
import dev.vsh.domain.xml.DomainXmlWriter;
import dev.vsh.domain.xml.InvalidDocumentException;

/** Between documents and the configurations of other programs. */
final class NativeConfigurations {
    private static final String LXC_TOOLS = "lxc-tools";

    private final DomainGrammar grammar = new DomainGrammar();

    NativeConversion fromNative(NativeDocument document) {
        requireKnown(document.format());
        ImportedDomain imported = read(document);
        String written = new DomainXmlWriter(grammar).write(imported.definition());
        return new NativeConversion(checked(document, written), imported.warnings());
    }

    private static ImportedDomain read(NativeDocument document) {
        try {
            return LxcToolsReader.create()
                    .read(new ConfigDocument(document.text(), document.origin(), document.file()));
        } catch (InvalidConfigException e) {
            throw new DriverException(ErrorCode.CONFIG_UNSUPPORTED, e.problems(), e);
        }
    }

    /** The document in normal form: one that nobody could define is none. */
    private String checked(NativeDocument document, String xml) {
        try {
            DomainDefinition definition =
                    DomainXmlReader.create(grammar).read(xml, document.origin(), true);
            return new DomainXmlWriter(grammar).write(definition);
        } catch (InvalidDocumentException e) {
            throw new DriverException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    e.problems().stream()
                            .map(problem -> document.origin() + ": " + problem.message())
                            .toList(),
                    e);
        }
    }

    NativeConversion toNative(String format, DomainDocument document) {
        requireKnown(format);
        ExportedConfig exported = new LxcToolsWriter().write(read(document));
        return new NativeConversion(exported.text(), exported.warnings());
    }

    private DomainDefinition read(DomainDocument document) {
        try {
            return DomainXmlReader.create(grammar)
                    .read(document.text(), document.origin(), document.validate());
        } catch (InvalidDocumentException e) {
            throw DriverException.of(e);
        }
    }

    private static void requireKnown(String format) {
        if (!format.equals(LXC_TOOLS)) {
            throw new DriverException(
                    ErrorCode.INVALID_ARG,
                    "unsupported config type '" + format + "', try " + LXC_TOOLS);
        }
    }
}
