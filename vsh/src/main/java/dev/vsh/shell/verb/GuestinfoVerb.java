package dev.vsh.shell.verb;

import dev.vsh.domain.AddressText;
import dev.vsh.domain.MountedFilesystem;
import dev.vsh.driver.Domain;
import dev.vsh.driver.InterfaceAddresses;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Columns;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;

import java.net.Inet4Address;
import java.util.List;
import java.util.stream.Stream;

/** {@code guestinfo}. */
final class GuestinfoVerb implements Verb {
    private static final Option.Flag OS =
            new Option.Flag("os", "report operating system information");
    private static final Option.Flag TIMEZONE =
            new Option.Flag("timezone", "report timezone information");
    private static final Option.Flag HOSTNAME = new Option.Flag("hostname", "report hostname");
    private static final Option.Flag FILESYSTEM =
            new Option.Flag("filesystem", "report filesystem information");
    private static final Option.Flag INTERFACE =
            new Option.Flag("interface", "report interface information");
    private static final Option.Refused USER =
            Option.Refused.flag("user", "a container keeps no list of who has logged in");
    private static final Option.Refused DISK =
            Option.Refused.flag("disk", "domblklist names the disks of a container");

    private final DomainArgument domain;
    private final Output output;

    GuestinfoVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "guestinfo",
                        CommandGroup.DOMAIN,
                        "query information about the guest",
                        "Query various information from the container's point of view",
                        List.of(
                                domain.option(),
                                OS,
                                TIMEZONE,
                                HOSTNAME,
                                FILESYSTEM,
                                INTERFACE,
                                USER,
                                DISK),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        GuestQuestion guest = new GuestQuestion(found);
        boolean all =
                Stream.of(OS, TIMEZONE, HOSTNAME, FILESYSTEM, INTERFACE).noneMatch(invocation::has);
        Properties answer = Properties.withColons();
        if (all || invocation.has(OS)) {
            system(guest, answer);
        }
        if (all || invocation.has(TIMEZONE)) {
            guest.ask("date", "+%Z").ifPresent(zone -> add(answer, "timezone.name", zone));
        }
        if (all || invocation.has(HOSTNAME)) {
            guest.ask("uname", "-n").ifPresent(name -> add(answer, "hostname", name));
        }
        if (all || invocation.has(FILESYSTEM)) {
            filesystems(found, answer);
        }
        if (all || invocation.has(INTERFACE)) {
            interfaces(found, answer);
        }
        return answer;
    }

    /** os-release(5), by libvirt's names. */
    private static void system(GuestQuestion guest, Properties answer) {
        for (String line : guest.ask("cat", "/etc/os-release").orElse("").lines().toList()) {
            int equals = line.indexOf('=');
            String key = equals < 0 ? "" : line.substring(0, equals);
            String value = line.substring(equals + 1).replace("\"", "");
            switch (key) {
                case "ID" -> add(answer, "os.id", value);
                case "NAME" -> add(answer, "os.name", value);
                case "PRETTY_NAME" -> add(answer, "os.pretty-name", value);
                case "VERSION" -> add(answer, "os.version", value);
                case "VERSION_ID" -> add(answer, "os.version-id", value);
                default -> {}
            }
        }
        guest.ask("uname", "-r").ifPresent(text -> add(answer, "os.kernel-release", text));
        guest.ask("uname", "-v").ifPresent(text -> add(answer, "os.kernel-version", text));
        guest.ask("uname", "-m").ifPresent(text -> add(answer, "os.machine", text));
    }

    private static void filesystems(Domain domain, Properties answer) {
        List<MountedFilesystem> all = domain.filesystems();
        add(answer, "fs.count", all.size());
        for (int i = 0; i < all.size(); i++) {
            add(answer, "fs." + i + ".mountpoint", all.get(i).mountPoint());
            add(answer, "fs." + i + ".name", all.get(i).source());
            add(answer, "fs." + i + ".fstype", all.get(i).type());
        }
    }

    private static void interfaces(Domain domain, Properties answer) {
        List<InterfaceAddresses> all = domain.interfaceAddresses();
        add(answer, "if.count", all.size());
        for (int i = 0; i < all.size(); i++) {
            String key = "if." + i + ".";
            add(answer, key + "name", all.get(i).name());
            all.get(i).mac().ifPresent(mac -> add(answer, key + "hwaddr", mac));
            List<InterfaceAddresses.Address> addresses = all.get(i).addresses();
            add(answer, key + "addr.count", addresses.size());
            for (int j = 0; j < addresses.size(); j++) {
                InterfaceAddresses.Address each = addresses.get(j);
                boolean four = each.address() instanceof Inet4Address;
                add(answer, key + "addr." + j + ".type", four ? "ipv4" : "ipv6");
                add(answer, key + "addr." + j + ".addr", AddressText.of(each.address()));
                add(answer, key + "addr." + j + ".prefix", each.prefix());
            }
        }
    }

    private static void add(Properties answer, String name, String value) {
        add(answer, name, Cell.of(value));
    }

    private static void add(Properties answer, String name, long value) {
        add(answer, name, Cell.of(value));
    }

    /** virsh's names are for programs too. */
    private static void add(Properties answer, String name, Cell value) {
        answer.add(Columns.pad(name, 20), name, value);
    }
}
