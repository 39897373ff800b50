package dev.vsh.shell.verb;

import dev.vsh.domain.DeviceAction;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.console.ConsoleClient;
import dev.vsh.shell.console.ExecClient;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.DomainKey;
import dev.vsh.shell.session.HostShell;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.LineInput;
import dev.vsh.shell.session.Progress;
import dev.vsh.shell.session.Terminals;
import dev.vsh.shell.session.TextEditor;
import dev.vsh.shell.session.WorkingDirectory;
import dev.vsh.shell.virsh.VirshCommands;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Gives every command its collaborators and puts them into one table. */
public final class Verbs {
    private final Map<String, String> environment;
    private final HypervisorConnection hypervisor;
    private final WorkingDirectory directory;
    private final Progress progress;
    private final ConsoleClient console;
    private final CommandRun command;
    private final HostShell shell;
    private final Terminals terminals;
    private final LineInput answers;
    private final Output output;
    private final DomainArgument.Factory domains;
    private final CommandTable table;

    public Verbs(
            Map<String, String> environment,
            HypervisorConnection hypervisor,
            WorkingDirectory directory,
            Progress progress,
            ConsoleClient console,
            ExecClient exec,
            HostShell shell,
            Terminals terminals,
            LineInput answers,
            Output output) {
        this.environment = environment;
        this.hypervisor = hypervisor;
        this.directory = directory;
        this.progress = progress;
        this.console = console;
        this.command = new CommandRun(environment, exec);
        this.shell = shell;
        this.terminals = terminals;
        this.answers = answers;
        this.output = output;
        this.domains = new DomainArgument.Factory(hypervisor);
        // What is asked most is first: the chapters behind it are not made then.
        this.table =
                new CommandTable(
                        List.of(
                                chapter(this::forMonitoring),
                                chapter(this::forDomains),
                                chapter(this::forDevices),
                                chapter(this::forTuning),
                                chapter(this::forBoot),
                                chapter(this::forEvents),
                                chapter(this::forHost),
                                chapter(this::forNetworks),
                                chapter(this::forLooking),
                                chapter(this::forShell)),
                        VirshCommands::missing);
    }

    public CommandTable table() {
        return table;
    }

    private static Supplier<List<CommandDefinition>> chapter(Supplier<List<Verb>> verbs) {
        return () -> verbs.get().stream().map(Verb::definition).toList();
    }

    private List<Verb> forDomains() {
        TextFiles files = new TextFiles(directory);
        DocumentArgument file = new DocumentArgument(files, "domain");
        TextEditor editor = new TextEditor(environment, shell);
        DocumentArgument device = new DocumentArgument(files, "device");
        return List.of(
                new DeviceVerb(DeviceAction.ATTACH, domains.any(), device, output),
                new AttachInterfaceVerb(domains.any(), hypervisor, output),
                new ConsoleVerb(domains.active(), console),
                new CreateVerb(file, hypervisor, console, output),
                new DefineVerb(file, hypervisor, output),
                new DestroyVerb(domains.active(), terminals.interruptKey(), output),
                new DeviceVerb(DeviceAction.DETACH, domains.any(), device, output),
                new DetachInterfaceVerb(domains.any(), output),
                new DomainPlanVerb(domains.any(), output),
                identity("domid", "convert a domain name or UUID to domain id", DomainKey.ID),
                identity("domname", "convert a domain id or UUID to domain name", DomainKey.NAME),
                identity("domuuid", "convert a domain name or id to domain UUID", DomainKey.UUID),
                new DomrenameVerb(domains.persistent(), output),
                new DomxmlFromNativeVerb(files, hypervisor, output),
                new DomxmlToNativeVerb(domains.optional(), files, hypervisor, output),
                new DomifSetlinkVerb(domains.any(), output),
                new DomiftuneVerb(domains.any(), output),
                new DumpxmlVerb(domains.any(), output),
                new EditVerb(
                        domains.persistent(),
                        hypervisor,
                        editor,
                        temporaryFolder(),
                        answers,
                        output),
                new ExecVerb(domains.running(), command),
                new LxcEnterNamespaceVerb(domains.running(), command),
                InitVerb.reboot(domains.running(), terminals.interruptKey(), output),
                new ActionVerb(
                        "reset",
                        "reset a domain",
                        "Reset the target domain as if by power button",
                        "was reset",
                        domains.active(),
                        Domain::reset,
                        output),
                new ActionVerb(
                        "resume",
                        "resume a domain",
                        "Resume a previously suspended domain.",
                        "resumed",
                        domains.paused(),
                        Domain::resume,
                        output),
                new SendProcessSignalVerb(domains.active()),
                new SetLifecycleActionVerb(domains.any()),
                InitVerb.shutdown(domains.running(), terminals.interruptKey(), output),
                new SetUserPasswordVerb(domains.running(), output),
                new StartVerb(domains.inactive(), console, output),
                new ActionVerb(
                        "suspend",
                        "suspend a domain",
                        "Suspend a running domain.",
                        "suspended",
                        domains.running(),
                        Domain::suspend,
                        output),
                new TtyconsoleVerb(domains.active(), output),
                new UndefineVerb(domains.persistent(), output),
                new DeviceVerb(DeviceAction.UPDATE, domains.any(), device, output));
    }

    private List<Verb> forDevices() {
        return List.of(
                new AttachDiskVerb(domains.any(), directory, FileNames.any(directory), output),
                new DetachDeviceAliasVerb(domains.any(), output),
                new DetachDiskVerb(domains.any(), output),
                new EmulatorpinVerb(domains.any(), output),
                new VcpupinVerb(domains.any(), output),
                new MetadataVerb(domains.any(), editedText(), output));
    }

    private Path temporaryFolder() {
        return Path.of(environment.getOrDefault("TMPDIR", "/tmp"));
    }

    private EditedText editedText() {
        return new EditedText(new TextEditor(environment, shell), temporaryFolder());
    }

    private List<Verb> forTuning() {
        return List.of(
                new BlkiotuneVerb(domains.any(), output),
                new CpuStatsVerb(domains.active(), output),
                new DescVerb(domains.any(), editedText(), output),
                new MemtuneVerb(domains.any(), output),
                new SchedinfoVerb(domains.any(), output),
                new SetMemoryVerb(/* maximum= */ true, domains.any()),
                new SetMemoryVerb(/* maximum= */ false, domains.any()),
                new SetvcpusVerb(domains.any()));
    }

    private List<Verb> forBoot() {
        return List.of(
                new AutostartVerb(domains.persistent(), output),
                new AutostartAllVerb(hypervisor, terminals.interruptKey(), output),
                new ShutdownAllVerb(hypervisor, terminals.interruptKey(), output));
    }

    private List<Verb> forEvents() {
        return List.of(
                new AwaitVerb(hypervisor, terminals.interruptKey(), output),
                new NetEventVerb(hypervisor, terminals.interruptKey(), output),
                new EventVerb(domains.optional(), hypervisor, terminals.interruptKey(), output));
    }

    private List<Verb> forMonitoring() {
        return List.of(
                new DomblkinfoVerb(domains.any(), output),
                new DomblklistVerb(domains.any(), output),
                new DomblkstatVerb(domains.active(), output),
                new DomcontrolVerb(domains.active(), output),
                new DomfsinfoVerb(domains.running(), output),
                new DomhostnameVerb(domains.running(), hypervisor, output),
                new DomifGetlinkVerb(domains.any(), output),
                new DomifaddrVerb(domains.active(), output),
                new DomiflistVerb(domains.any(), output),
                new DomifstatVerb(domains.active(), output),
                new DominfoVerb(domains.any(), output),
                new DommemstatVerb(domains.active(), output),
                new DomstateVerb(domains.any(), output),
                new DomstatsVerb(hypervisor, output),
                new DomtimeVerb(domains.active(), output),
                new GuestinfoVerb(domains.running(), output),
                new ListVerb(hypervisor, output),
                new LogVerb(domains.any(), terminals.interruptKey(), output),
                new NumatuneVerb(domains.any(), hypervisor, output),
                new VcpucountVerb(domains.any(), output),
                new VcpuinfoVerb(domains.any(), hypervisor, output));
    }

    private List<Verb> forLooking() {
        return List.of(
                new DiffVerb(domains.active(), output),
                new DoctorVerb(hypervisor, terminals, output),
                new PsVerb(domains.active(), output),
                new TopVerb(hypervisor, terminals, output),
                new TreeVerb(hypervisor, output));
    }

    private List<Verb> forHost() {
        return new HostVerbs(hypervisor, output).all();
    }

    private List<Verb> forNetworks() {
        return new NetworkVerbs(hypervisor, output)
                .all(
                        new TextFiles(directory),
                        new TextEditor(environment, shell),
                        Path.of(environment.getOrDefault("TMPDIR", "/tmp")),
                        answers);
    }

    private List<Verb> forShell() {
        return List.of(
                new CdVerb(directory, progress, environment),
                new ConnectVerb(hypervisor),
                new EchoVerb(output),
                new QuitVerb("exit", progress),
                new HelpVerb(this::table, terminals, output),
                new HostCommandVerb(shell, output),
                new PwdVerb(directory, output),
                new QuitVerb("quit", progress),
                new TryVerb(hypervisor, console, output),
                new CompleteVerb(this::table, output));
    }

    /** Takes the other two names of a domain and gives the one that is missing. */
    private Verb identity(String name, String summary, DomainKey missing) {
        EnumSet<DomainKey> keys = EnumSet.complementOf(EnumSet.of(missing));
        String help =
                switch (missing) {
                    case ID -> "domain name or uuid";
                    case NAME -> "domain id or uuid";
                    case UUID -> "domain id or name";
                };
        DomainArgument domain = domains.named(help, keys, _ -> true);
        return new IdentityVerb(name, summary, domain, found -> identity(found, missing), output);
    }

    private static Cell identity(Domain domain, DomainKey key) {
        return switch (key) {
            case ID -> Cell.of(domain.id());
            case NAME -> Cell.of(domain.name());
            case UUID -> Cell.of(domain.uuid().toString());
        };
    }
}
