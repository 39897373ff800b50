package dev.vsh.domain.xml;

import dev.vsh.domain.Autostart;
import dev.vsh.domain.Autostart.Readiness;
import dev.vsh.schema.AutostartXml;
import dev.vsh.schema.PredecessorXml;
import dev.vsh.schema.ReadinessXml;

import java.time.Duration;
import java.util.Optional;

/** {@code <vsh:autostart>}. */
final class AutostartBinding {
    private AutostartBinding() {}

    static Autostart autostart(AutostartXml xml) {
        Autostart standard = Autostart.DEFAULT;
        Optional<ReadinessXml> ready = Single.of(xml.getReady());
        return new Autostart(
                Optional.ofNullable(xml.getOrder()).orElse(standard.order()),
                xml.getAfter().stream().map(PredecessorXml::getName).toList(),
                ready.map(AutostartBinding::readiness).orElse(standard.readiness()),
                ready.map(ReadinessXml::getTimeout)
                        .map(Duration::ofSeconds)
                        .orElse(standard.patience()));
    }

    private static Readiness readiness(ReadinessXml xml) {
        return Optional.ofNullable(xml.getFile())
                .<Readiness>map(Readiness.FileExists::new)
                .or(() -> Optional.ofNullable(xml.getCommand()).map(Readiness.CommandSucceeds::new))
                .orElseGet(Readiness.Started::new);
    }

    static Optional<AutostartXml> xml(Autostart autostart) {
        if (autostart.equals(Autostart.DEFAULT)) {
            return Optional.empty();
        }
        var xml = new AutostartXml();
        if (autostart.order() != Autostart.DEFAULT.order()) {
            xml.setOrder(autostart.order());
        }
        for (String name : autostart.after()) {
            var predecessor = new PredecessorXml();
            predecessor.setName(name);
            xml.getAfter().add(predecessor);
        }
        readinessXml(autostart).ifPresent(xml.getReady()::add);
        return Optional.of(xml);
    }

    private static Optional<ReadinessXml> readinessXml(Autostart autostart) {
        var xml = new ReadinessXml();
        switch (autostart.readiness()) {
            case Readiness.Started _ -> {
                return Optional.empty();
            }
            case Readiness.FileExists(String path) -> xml.setFile(path);
            case Readiness.CommandSucceeds(String command) -> xml.setCommand(command);
        }
        if (!autostart.patience().equals(Autostart.USUAL_PATIENCE)) {
            xml.setTimeout((int) autostart.patience().toSeconds());
        }
        return Optional.of(xml);
    }
}
