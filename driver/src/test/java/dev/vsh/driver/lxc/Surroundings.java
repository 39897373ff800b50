package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupHost;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.xml.DomainXmlReader;
import dev.vsh.driver.DomainPlan;
import dev.vsh.driver.lxc.network.LxcNetworks;
import dev.vsh.driver.lxc.store.Folders;
import dev.vsh.driver.lxc.store.RunStore;
import dev.vsh.linux.MountInfo;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.RootPlan;
import dev.vsh.plan.SetupCompiler;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where pieces of documents are planned: in a document that has all else that a start needs, on a host with every
 * controller of cgroup v1 and otherwise what this one has.
 *
 * @param image a file that looks like one with a filesystem
 */
record Surroundings(
        DomainXmlReader reader,
        ContainerPlanner planner,
        Host host,
        NetworkSources networks,
        Path image) {
    private static final List<String> NEEDED =
            List.of(
                    "<name>web</name>",
                    "<uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid>",
                    "<memory>65536</memory>",
                    "<os><type>exe</type><init>/bin/sh</init></os>",
                    "<devices><console type='pty'/></devices>");

    private static final Set<String> CONTROLLERS =
            Set.of("cpu", "cpuset", "memory", "devices", "freezer", "blkio", "pids");

    /** The mark of a squashfs, which is all that is looked at. */
    private static final byte[] SQUASHFS = {'h', 's', 'q', 's'};

    private static final long CAPABILITIES = (1L << 41) - 1;

    static Surroundings in(Path folder) {
        Host host =
                new Host(
                        new CgroupHost(
                                CONTROLLERS.stream().sorted().map(Surroundings::v1).toList()),
                        CAPABILITIES,
                        CAPABILITIES,
                        new RootPlan.Exchange.Pivot(),
                        mounts(),
                        "x86_64");
        var syscalls = new Syscalls();
        var owners = new NamespaceOwners(syscalls, new RunStore(Folders.below(folder)));
        return new Surroundings(
                DomainXmlReader.create(),
                new ContainerPlanner(
                        syscalls, host, owners, folder.resolve("run"), new SyscallFilters()),
                host,
                new NetworkSources(new LxcNetworks(syscalls, Folders.below(folder), false)),
                image(folder.resolve("image")));
    }

    private static CgroupHost.Mounted v1(String controller) {
        return new CgroupHost.Mounted.V1(
                Path.of("/sys/fs/cgroup", controller), Set.of(controller), Optional.empty());
    }

    private static List<MountInfo> mounts() {
        try {
            return MountInfo.parse(Files.readAllLines(Path.of("/proc/self/mountinfo")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path image(Path file) {
        try {
            return Files.write(file, SQUASHFS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean canFill(String text) {
        return !text.contains("${block}") || blockDevice().isPresent();
    }

    /** Puts names of this host in. */
    String fill(String text) {
        String block = blockDevice().orElse("");
        return text.replace("${block}", "/dev/" + block)
                .replace("${block-name}", block)
                .replace("${image}", image.toString())
                .replace("${pid}", Long.toString(ProcessHandle.current().pid()));
    }

    private static Optional<String> blockDevice() {
        String[] names = new File("/sys/block").list();
        return Stream.of(names == null ? new String[0] : names)
                .filter(name -> Files.exists(Path.of("/dev", name)))
                .sorted()
                .findFirst();
    }

    /** What a start with the fragment would do, a line for each step. */
    List<String> plan(String fragment) {
        DomainDefinition domain = reader.read(document(fragment), "test", true);
        SupportCheck.require(domain, host);
        DomainPlan plan =
                PlanText.of(SetupCompiler.compile(planner.plan(networks.resolved(domain), "7")));
        return plan.sections().stream()
                .flatMap(section -> section.steps().stream())
                .map(step -> step.label() + ": " + step.call())
                .toList();
    }

    private static String document(String fragment) {
        var document =
                new StringBuilder(
                        "<domain type='lxc' xmlns:lxc='http://libvirt.org/schemas/domain/lxc/1.0'"
                                + " xmlns:vsh='http://vsh.dev/schemas/domain/1.0'>");
        for (String needed : NEEDED) {
            String tag = needed.substring(0, needed.indexOf('>')).split(" ", -1)[0];
            if (!fragment.startsWith(tag + ">")
                    && !fragment.startsWith(tag + " ")
                    && !fragment.startsWith(tag + "/")) {
                document.append(needed);
            }
        }
        return document.append(withConsole(fragment)).append("</domain>").toString();
    }

    private static String withConsole(String fragment) {
        return fragment.contains("<console")
                ? fragment
                : fragment.replace("<devices>", "<devices><console type='pty'/>");
    }
}
