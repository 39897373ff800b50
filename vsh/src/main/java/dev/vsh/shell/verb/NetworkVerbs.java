package dev.vsh.shell.verb;

import dev.vsh.driver.Network;
import dev.vsh.driver.Networks;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.LineInput;
import dev.vsh.shell.session.TextEditor;

import java.nio.file.Path;
import java.util.List;

/** The commands for virtual networks. */
final class NetworkVerbs {
    private final HypervisorConnection hypervisor;
    private final Output output;
    private final NetworkArgument.Factory networks;

    NetworkVerbs(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
        this.networks = new NetworkArgument.Factory(hypervisor);
    }

    List<Verb> all(TextFiles files, TextEditor editor, Path temporaryFolder, LineInput answers) {
        DocumentArgument file = new DocumentArgument(files, "network");
        NetworkArgument any = networks.any();
        NetworkArgument persistent = networks.matching(Network::isPersistent);
        return List.of(
                new NetAutostartVerb(persistent, output),
                new NetworkDocumentVerb(
                        "net-create",
                        "create a network from an XML file",
                        "Create a network.",
                        "create",
                        file,
                        document -> networks().create(document),
                        output),
                new NetworkDocumentVerb(
                        "net-define",
                        "define an inactive persistent virtual network or modify an existing"
                                + " persistent one from an XML file",
                        "Define or modify a persistent virtual network.",
                        "define",
                        file,
                        document -> networks().define(document),
                        output),
                new NetworkActionVerb(
                        "net-destroy",
                        "destroy (stop) a network",
                        "Forcefully stop a given network.",
                        "destroy",
                        "destroyed",
                        networks.matching(Network::isActive),
                        Network::destroy,
                        output),
                new NetDhcpLeasesVerb(any, output),
                new NetDumpxmlVerb(any, output),
                new NetEditVerb(persistent, hypervisor, editor, temporaryFolder, answers, output),
                new NetInfoVerb(any, output),
                new NetListVerb(hypervisor, output),
                new NetworkNameVerb(
                        "net-name",
                        "convert a network UUID to network name",
                        networks.byUuid(),
                        Network::name,
                        output),
                new NetPortDumpxmlVerb(any, hypervisor, output),
                new NetPortListVerb(any, hypervisor, output),
                new NetworkActionVerb(
                        "net-start",
                        "start a (previously defined) inactive network",
                        "Start a network.",
                        "start",
                        "started",
                        networks.matching(network -> !network.isActive()),
                        Network::start,
                        output),
                new NetworkActionVerb(
                        "net-undefine",
                        "undefine a persistent network",
                        "Undefine the configuration for a persistent network.",
                        "undefine",
                        "has been undefined",
                        persistent,
                        Network::undefine,
                        output),
                new NetUpdateVerb(any, files, output),
                new NetworkNameVerb(
                        "net-uuid",
                        "convert a network name to network UUID",
                        networks.byName(),
                        network -> network.uuid().toString(),
                        output));
    }

    private Networks networks() {
        return hypervisor.get().networks();
    }
}
