package dev.vsh.shell.verb;

import dev.vsh.machine.FirmwareSection;
import dev.vsh.machine.HostInterface;
import dev.vsh.machine.Processors;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The commands about the machine and what runs on it. */
final class HostVerbs {
    private final HypervisorConnection hypervisor;
    private final Output output;

    HostVerbs(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    List<Verb> all() {
        DeviceArgument device = new DeviceArgument(hypervisor);
        return List.of(
                property(
                        "capabilities",
                        "capabilities",
                        "Returns capabilities of hypervisor/driver.",
                        () -> document(hypervisor.get().capabilities())),
                new DomcapabilitiesVerb(hypervisor, output),
                new FreecellVerb(hypervisor, output),
                new FreepagesVerb(hypervisor, output),
                property(
                        "hostname",
                        "print the hypervisor hostname",
                        "",
                        () -> Shown.word("hostname", hypervisor.get().hostname())),
                new IfaceDumpxmlVerb(hypervisor, output),
                new IfaceListVerb(hypervisor, output),
                new IfaceNameVerb(
                        "iface-mac",
                        "convert an interface name to interface MAC address",
                        "interface name",
                        HostInterface::name,
                        HostInterface::mac,
                        hypervisor,
                        output),
                new IfaceNameVerb(
                        "iface-name",
                        "convert an interface MAC address to interface name",
                        "interface mac",
                        HostInterface::mac,
                        HostInterface::name,
                        hypervisor,
                        output),
                new MaxvcpusVerb(hypervisor, output),
                new NodecpumapVerb(hypervisor, output),
                new NodecpustatsVerb(hypervisor, output),
                new NodedevDumpxmlVerb(device, output),
                new NodedevInfoVerb(device, output),
                new NodedevListVerb(hypervisor, output),
                property(
                        "nodeinfo",
                        "node information",
                        "Returns basic information about the node.",
                        this::nodeinfo),
                new NodememstatsVerb(hypervisor, output),
                property(
                        "sysinfo",
                        "print the hypervisor sysinfo",
                        "output an XML string for the hypervisor sysinfo, if available",
                        this::sysinfo),
                property(
                        "uri",
                        "print the hypervisor canonical URI",
                        "",
                        () -> Shown.word("uri", hypervisor.get().uri())),
                new VersionVerb(hypervisor, output));
    }

    private Verb property(
            String name, String summary, String description, Supplier<Answer> answer) {
        return new PropertyVerb(name, summary, description, answer, output);
    }

    static Answer document(String xml) {
        return Shown.of(xml, Datum.fields(Datum.field("xml", xml)));
    }

    static CommandException noInterface(String word) {
        return CommandException.because(
                "failed to get interface '" + word + "'",
                "Interface not found: no interface with matching name or mac '" + word + "'");
    }

    private Answer nodeinfo() {
        Processors processors = hypervisor.get().machine().processors();
        return Properties.inColumns(20)
                .add("CPU model:", "model", processors.architecture())
                .add("CPU(s):", "cpus", Cell.of(processors.each().size()))
                .add("CPU frequency:", "megahertz", megahertz(processors.megahertz()))
                .add("CPU socket(s):", "sockets", Cell.of(processors.sockets()))
                .add("Core(s) per socket:", "coresPerSocket", Cell.of(processors.coresPerSocket()))
                .add("Thread(s) per core:", "threadsPerCore", Cell.of(processors.threadsPerCore()))
                .add(
                        "NUMA cell(s):",
                        "numaCells",
                        Cell.of(hypervisor.get().machine().cells().size()))
                .add(
                        "Memory size:",
                        "memoryBytes",
                        SizeText.kibibytes(hypervisor.get().machine().memory().total()));
    }

    private static Cell megahertz(long number) {
        return new Cell(number + " MHz", Datum.of(number));
    }

    private Answer sysinfo() {
        StringBuilder text = new StringBuilder("<sysinfo type='smbios'>\n");
        List<Datum.Field> sections = new ArrayList<>();
        for (FirmwareSection section : hypervisor.get().machine().firmware()) {
            text.append("  <").append(section.name()).append(">\n");
            List<Datum.Field> entries = new ArrayList<>();
            for (FirmwareSection.Entry entry : section.entries()) {
                text.append("    <entry name='").append(entry.name()).append("'>");
                text.append(escaped(entry.value())).append("</entry>\n");
                entries.add(Datum.field(entry.name(), entry.value()));
            }
            text.append("  </").append(section.name()).append(">\n");
            sections.add(new Datum.Field(section.name(), new Datum.Fields(entries)));
        }
        return Shown.of(text + "</sysinfo>", new Datum.Fields(sections));
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;");
    }
}
