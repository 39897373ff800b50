package dev.vsh.shell.verb;

import dev.vsh.domain.ListEdit;
import dev.vsh.domain.NetworkSection;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.Network;
import dev.vsh.driver.NetworkUpdate;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code net-update}. */
final class NetUpdateVerb implements Verb {
    private static final List<String> COMMANDS =
            List.of("add", "add-last", "add-first", "delete", "modify");

    private static final Option.Text COMMAND =
            Option.Text.required(
                    "command",
                    "type of update (add-first, add-last (add), delete, or modify)",
                    (_, _) -> COMMANDS);
    private static final Option.Text SECTION =
            Option.Text.required(
                    "section",
                    "which section of network configuration to update",
                    (_, _) ->
                            Arrays.stream(NetworkSection.values())
                                    .map(NetworkSection::word)
                                    .toList());
    private static final Option.Text PARENT =
            Option.Text.optionalNumber("parent-index", "which parent object to search through");

    private final NetworkArgument network;
    private final TextFiles files;
    private final Option.Text xml;
    private final Output output;

    NetUpdateVerb(NetworkArgument network, TextFiles files, Output output) {
        this.network = network;
        this.files = files;
        this.xml =
                Option.Text.required(
                        "xml",
                        "name of file containing xml (or, if it starts with '<', the complete xml"
                                + " element itself) to add/modify, or to be matched for search",
                        files.names());
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options =
                new ArrayList<>(List.of(network.option(), COMMAND, SECTION, xml, PARENT));
        options.addAll(DocumentScope.OPTIONS);
        return new CommandDefinition(
                "net-update",
                CommandGroup.NETWORK,
                "update parts of an existing network's configuration",
                "Update part of an existing network's configuration.",
                options,
                this::run);
    }

    private void run(Invocation invocation) {
        Network found = network.of(invocation);
        NetworkUpdate update =
                new NetworkUpdate(
                        edit(invocation.required(COMMAND)),
                        NetworkSection.of(invocation.required(SECTION))
                                .orElseThrow(
                                        () ->
                                                unrecognized(
                                                        "section", invocation.required(SECTION))),
                        WholeNumber.of(invocation, PARENT),
                        element(invocation));
        Set<XmlView> documents = DocumentScope.of(invocation, found.isActive());
        CommandException.attempt(
                "Failed to update network " + found.name(), () -> found.update(update, documents));
        output.lastMessage("Updated network " + found.name() + " " + what(documents));
    }

    private static ListEdit edit(String command) {
        return switch (command) {
            case "add", "add-last" -> ListEdit.ADD_LAST;
            case "add-first" -> ListEdit.ADD_FIRST;
            case "delete" -> ListEdit.DELETE;
            case "modify" -> ListEdit.MODIFY;
            default -> throw unrecognized("command", command);
        };
    }

    private static CommandException unrecognized(String what, String name) {
        List<String> known =
                what.equals("command")
                        ? COMMANDS
                        : Arrays.stream(NetworkSection.values()).map(NetworkSection::word).toList();
        return new CommandException(
                "unrecognized " + what + " name '" + name + "'" + NearestName.advice(name, known));
    }

    private DomainDocument element(Invocation invocation) {
        String text = invocation.required(xml);
        return text.startsWith("<")
                ? DomainDocument.of(text, "(xml)")
                : DomainDocument.of(files.read(text), text);
    }

    private static String what(Set<XmlView> documents) {
        if (documents.equals(EnumSet.allOf(XmlView.class))) {
            return "persistent config and live state";
        }
        return documents.contains(XmlView.LIVE) ? "live state" : "persistent config";
    }
}
