package dev.vsh.domain.lxctools;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.LifecycleActions;

import java.util.List;
import java.util.function.BiConsumer;

/** Writes the configuration that LXC 5 needs for a container of the same kind. Safe for use by several threads. */
public final class LxcToolsWriter {
    private static final String DEFAULT_PARTITION = "/machine";

    private static final List<BiConsumer<DomainDefinition, ConfigText>> PARTS =
            List.of(
                    LxcToolsWriter::identity,
                    InitLines::write,
                    FilesystemLines::write,
                    LxcToolsWriter::consoles,
                    NetworkLines::write,
                    TuningLines::write,
                    DeviceLines::write,
                    SecurityLines::write,
                    LxcToolsWriter::others);

    public ExportedConfig write(DomainDefinition definition) {
        var text = new ConfigText();
        PARTS.forEach(part -> part.accept(definition, text));
        return text.exported();
    }

    private static void identity(DomainDefinition domain, ConfigText text) {
        text.line("lxc.uts.name", domain.name());
        text.lost(domain.title().isPresent(), "<title>");
        text.lost(domain.description().isPresent(), "<description>");
        text.lost(domain.metadata().isPresent(), "<metadata>");
    }

    private static void consoles(DomainDefinition domain, ConfigText text) {
        text.line("lxc.tty.max", Integer.toString(domain.devices().consoles().size()));
    }

    private static void others(DomainDefinition domain, ConfigText text) {
        LifecycleActions usual = LifecycleActions.DEFAULT;
        LifecycleActions actions = domain.lifecycleActions();
        text.lost(!actions.onPoweroff().equals(usual.onPoweroff()), "<on_poweroff>");
        text.lost(!actions.onReboot().equals(usual.onReboot()), "<on_reboot>");
        text.lost(!actions.onCrash().equals(usual.onCrash()), "<on_crash>");
        text.lost(!domain.clock().offset().equals("utc"), "<clock offset>");
        text.lost(!domain.clock().timers().isEmpty(), "<clock><timer>");
        text.lost(
                domain.partition().filter(each -> !each.equals(DEFAULT_PARTITION)).isPresent(),
                "<resource><partition>");
        domain.features().others().forEach(each -> text.lost(true, "<" + each.path() + ">"));
        domain.unsupported().forEach(each -> text.lost(true, "<" + each.path() + ">"));
    }
}
