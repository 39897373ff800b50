package dev.vsh.shell.verb;

import dev.vsh.driver.NetworkPort;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code net-port-dumpxml}. */
final class NetPortDumpxmlVerb implements Verb {
    private final NetworkArgument network;
    private final Option.Text port;
    private final HypervisorConnection hypervisor;
    private final Output output;

    NetPortDumpxmlVerb(NetworkArgument network, HypervisorConnection hypervisor, Output output) {
        this.network = network;
        this.port = Option.Text.required("port", "port uuid", (soFar, _) -> uuids(soFar));
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "net-port-dumpxml",
                        CommandGroup.NETWORK,
                        "network port information in XML",
                        "Output the network port information as an XML dump to stdout.",
                        List.of(network.option(), port, DocumentOutput.XPATH, DocumentOutput.WRAP),
                        this::answer);
    }

    private List<String> uuids(Invocation soFar) {
        return soFar.has(network.option())
                ? ports(soFar).stream().map(each -> each.uuid().toString()).toList()
                : List.of();
    }

    private List<NetworkPort> ports(Invocation invocation) {
        return hypervisor.get().networkPorts(network.of(invocation));
    }

    private Answer answer(Invocation invocation) {
        String uuid = invocation.required(port);
        return ports(invocation).stream()
                .filter(each -> each.uuid().toString().equals(uuid))
                .findFirst()
                .map(found -> DocumentOutput.answer(xml(found), invocation))
                .orElseThrow(
                        () ->
                                new CommandException(
                                        "failed to get port '"
                                                + uuid
                                                + "': net-port-list shows those there are"));
    }

    /** Names and addresses are such that nothing in them has to be quoted. */
    private static String xml(NetworkPort port) {
        return """
        <networkport>
          <uuid>%s</uuid>
          <owner>
            <name>%s</name>
            <uuid>%s</uuid>
          </owner>
          <mac address='%s'/>
        %s</networkport>
        """
                .formatted(
                        port.uuid(),
                        port.owner().replace("&", "&amp;").replace("<", "&lt;"),
                        port.ownerUuid(),
                        port.mac(),
                        port.bridge()
                                .map("  <plug type='bridge' bridge='%s'/>\n"::formatted)
                                .orElse(""));
    }
}
