package dev.vsh.machine;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.NumberSet;
import dev.vsh.machine.Processors.Processor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A machine as its kernel tells of it in proc(5) and sysfs(5). */
public final class KernelMachine implements Machine {
    private static final String CPUS = "sys/devices/system/cpu/";

    private static final String NETS = "sys/class/net/";
    private static final int IFF_UP = 1;

    /** USER_HZ of the architectures that this runs on. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private final KernelFiles files;
    private final String architecture;

    /**
     * @param root below which {@code proc} and {@code sys} are
     * @param architecture the kernel's name for it
     */
    public KernelMachine(Path root, String architecture) {
        this.files = new KernelFiles(root);
        this.architecture = architecture;
    }

    @Override
    public Processors processors() {
        NumberSet online = online();
        int present = files.text(CPUS + "present").map(NumberSet::parse).orElse(online).count();
        return new Processors(
                architecture,
                megahertz(),
                present,
                online.numbers().stream().map(this::processor).toList());
    }

    private NumberSet online() {
        return NumberSet.parse(files.text(CPUS + "online").orElse("0"));
    }

    private Processor processor(int id) {
        String folder = CPUS + "cpu" + id + "/topology/";
        return new Processor(
                id,
                (int) files.number(folder + "physical_package_id"),
                (int) files.number(folder + "die_id"),
                (int) files.number(folder + "core_id"),
                NumberSet.parse(files.text(folder + "thread_siblings_list").orElse("" + id)));
    }

    /** Of the first processor, as libvirt does. */
    private long megahertz() {
        return files.lines("proc/cpuinfo").stream()
                .filter(line -> line.startsWith("cpu MHz"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .map(text -> (long) Double.parseDouble(text))
                .orElse(files.number(CPUS + "cpu0/cpufreq/cpuinfo_max_freq") / 1000);
    }

    @Override
    public ProcessorTime time(OptionalInt processor) {
        String name = "cpu" + (processor.isPresent() ? processor.getAsInt() : "");
        return files.lines("proc/stat").stream()
                .map(line -> line.split(" +", -1))
                .filter(words -> words[0].equals(name))
                .findFirst()
                .map(KernelMachine::time)
                .orElseThrow(
                        () -> new IllegalArgumentException("the host has no processor " + name));
    }

    /** user nice system idle iowait irq softirq, of proc_stat(5). */
    private static ProcessorTime time(String[] words) {
        return new ProcessorTime(
                ticks(words[1]).plus(ticks(words[2])),
                ticks(words[3]).plus(ticks(words[6])).plus(ticks(words[7])),
                ticks(words[4]),
                ticks(words[5]));
    }

    private static Duration ticks(String text) {
        return Duration.ofNanos(Math.multiplyExact(Long.parseLong(text), NANOS_PER_TICK));
    }

    @Override
    public MachineMemory memory() {
        MemoryTable table = new MemoryTable(files.lines("proc/meminfo"));
        return new MachineMemory(
                table.size("MemTotal"),
                table.size("MemFree"),
                table.size("Buffers"),
                table.size("Cached"));
    }

    @Override
    public List<MemoryCell> cells() {
        List<MemoryCell> cells =
                files.text("sys/devices/system/node/online").map(NumberSet::parse).stream()
                        .flatMap(nodes -> nodes.numbers().stream())
                        .map(this::cell)
                        .toList();
        return cells.isEmpty() ? List.of(whole()) : cells;
    }

    /** A kernel without NUMA. */
    private MemoryCell whole() {
        MachineMemory memory = memory();
        return new MemoryCell(0, memory.total(), memory.free(), online(), List.of());
    }

    private MemoryCell cell(int id) {
        String folder = "sys/devices/system/node/node" + id;
        MemoryTable table = new MemoryTable(files.lines(folder + "/meminfo"));
        ByteSize total = table.size("MemTotal");
        ByteSize free = table.size("MemFree");
        return new MemoryCell(
                id,
                total,
                free,
                NumberSet.ofKernel(files.text(folder + "/cpulist").orElse("")),
                pools(folder + "/hugepages", total, free));
    }

    private List<MemoryCell.PagePool> pools(String folder, ByteSize total, ByteSize free) {
        List<MemoryCell.PagePool> pools = new ArrayList<>();
        ByteSize page = ByteSize.ofKibibytes(4);
        pools.add(
                new MemoryCell.PagePool(
                        page, total.bytes() / page.bytes(), free.bytes() / page.bytes()));
        files.names(folder).stream()
                .map(name -> hugePages(folder, name))
                .sorted((one, other) -> one.size().compareTo(other.size()))
                .forEach(pools::add);
        return pools;
    }

    /** A folder as {@code hugepages-2048kB}. */
    private MemoryCell.PagePool hugePages(String folder, String name) {
        String size = name.substring(name.indexOf('-') + 1, name.length() - "kB".length());
        return new MemoryCell.PagePool(
                ByteSize.ofKibibytes(Long.parseLong(size)),
                files.number(folder + "/" + name + "/nr_hugepages"),
                files.number(folder + "/" + name + "/free_hugepages"));
    }

    /** What the bits of {@code flags} say is in if.h. */
    @Override
    public List<HostInterface> interfaces() {
        return files.names(NETS).stream()
                .filter(name -> !files.names(NETS + name).contains("master"))
                .map(this::networkInterface)
                .toList();
    }

    private HostInterface networkInterface(String name) {
        String flags = files.text(NETS + name + "/flags").orElse("0x0");
        return new HostInterface(
                name,
                files.text(NETS + name + "/address").orElse(""),
                (Integer.decode(flags) & IFF_UP) != 0);
    }

    @Override
    public HostLink link(String networkInterface) {
        String folder = NETS + networkInterface + "/";
        long mtu = files.number(folder + "mtu");
        if (mtu == 0) {
            throw new IllegalArgumentException("the host has no interface " + networkInterface);
        }
        return new HostLink(
                mtu,
                files.text(folder + "operstate").orElse("unknown"),
                // Where nothing is plugged in it is -1, or not to be read.
                Optional.of(files.number(folder + "speed")).filter(megabits -> megabits > 0),
                files.names(folder).contains("bridge")
                        ? Optional.of(ports(folder + "brif"))
                        : Optional.empty());
    }

    private List<HostInterface> ports(String folder) {
        return files.names(folder).stream().map(this::networkInterface).toList();
    }

    @Override
    public List<MachineDevice> devices() {
        MachineDevice whole =
                new MachineDevice(MachineDevice.WHOLE, "", new MachineDevice.Whole(firmware()));
        return Stream.concat(
                        Stream.of(whole), new DeviceFolders(files, interfaces()).all().stream())
                .toList();
    }

    @Override
    public List<FirmwareSection> firmware() {
        return new Firmware(files).sections();
    }
}
