package dev.vsh.machine;

import dev.vsh.machine.Processors.Processor;

import java.util.List;

/** What {@code virsh capabilities} shows: the machine, and what kind of guest runs on it. */
public final class CapabilitiesDocument {
    private final Machine machine;
    private final String domainType;
    private final List<String> securityModels;

    /**
     * @param domainType of {@code <domain>}
     * @param securityModels that confine containers, as {@code apparmor}
     */
    public CapabilitiesDocument(Machine machine, String domainType, List<String> securityModels) {
        this.machine = machine;
        this.domainType = domainType;
        this.securityModels = List.copyOf(securityModels);
    }

    public String xml() {
        Processors processors = machine.processors();
        StringBuilder text = new StringBuilder("<capabilities>\n\n  <host>\n    <cpu>\n");
        text.append("      <arch>")
                .append(processors.architecture())
                .append("</arch>\n    </cpu>\n");
        text.append("    <power_management/>\n    <topology>\n");
        List<MemoryCell> cells = machine.cells();
        text.append("      <cells num='").append(cells.size()).append("'>\n");
        cells.forEach(cell -> append(text, cell, processors.each()));
        text.append("      </cells>\n    </topology>\n");
        for (String model : securityModels) {
            text.append("    <secmodel>\n      <model>").append(model);
            text.append("</model>\n      <doi>0</doi>\n    </secmodel>\n");
        }
        text.append("  </host>\n");
        for (String architecture : Architectures.runningOn(processors.architecture())) {
            append(text, architecture);
        }
        return text.append("\n</capabilities>\n").toString();
    }

    private static void append(StringBuilder text, MemoryCell cell, List<Processor> processors) {
        List<Integer> ids = cell.processors().numbers();
        text.append("        <cell id='%d'>\n".formatted(cell.id()));
        text.append(
                "          <memory unit='KiB'>%d</memory>\n".formatted(cell.total().toKibibytes()));
        for (MemoryCell.PagePool pool : cell.pools()) {
            text.append(
                    "          <pages unit='KiB' size='%d'>%d</pages>\n"
                            .formatted(pool.size().toKibibytes(), pool.total()));
        }
        text.append("          <cpus num='%d'>\n".formatted(ids.size()));
        processors.stream()
                .filter(processor -> ids.contains(processor.id()))
                .forEach(processor -> text.append(cpu(processor)));
        text.append("          </cpus>\n        </cell>\n");
    }

    private static String cpu(Processor processor) {
        return "            <cpu id='%d' socket_id='%d' die_id='%d' core_id='%d' siblings='%s'/>\n"
                .formatted(
                        processor.id(),
                        processor.socket(),
                        processor.die(),
                        processor.core(),
                        processor.siblings());
    }

    private void append(StringBuilder text, String architecture) {
        text.append("\n  <guest>\n    <os_type>exe</os_type>\n");
        text.append("    <arch name='%s'>\n".formatted(architecture));
        text.append(
                "      <wordsize>%d</wordsize>\n".formatted(Architectures.wordSize(architecture)));
        text.append("      <domain type='%s'/>\n    </arch>\n  </guest>\n".formatted(domainType));
    }
}
