package dev.vsh.driver.memory;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.NumberSet;
import dev.vsh.machine.FirmwareSection;
import dev.vsh.machine.HostInterface;
import dev.vsh.machine.HostLink;
import dev.vsh.machine.Machine;
import dev.vsh.machine.MachineDevice;
import dev.vsh.machine.MachineMemory;
import dev.vsh.machine.MemoryCell;
import dev.vsh.machine.MemoryCell.PagePool;
import dev.vsh.machine.ProcessorTime;
import dev.vsh.machine.Processors;
import dev.vsh.machine.Processors.Processor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The machine of libvirt's test driver, as far as it has one: 16 processors in 2 sockets, 3 GiB. */
final class ImaginaryMachine implements Machine {
    private static final int PROCESSORS = 16;
    private static final ByteSize TOTAL = ByteSize.of(3, "GiB");

    @Override
    public Processors processors() {
        return new Processors(
                "i686",
                1400,
                PROCESSORS,
                IntStream.range(0, PROCESSORS).mapToObj(ImaginaryMachine::processor).toList());
    }

    /** Two threads a core, four cores a socket. */
    private static Processor processor(int id) {
        int first = id - id % 2;
        return new Processor(id, id / 8, 0, id % 8 / 2, NumberSet.parse(first + "-" + (first + 1)));
    }

    @Override
    public ProcessorTime time(OptionalInt processor) {
        if (processor.isPresent() && processor.getAsInt() >= PROCESSORS) {
            throw new IllegalArgumentException(
                    "the host has no processor cpu" + processor.getAsInt());
        }
        return new ProcessorTime(
                Duration.ofNanos(9_797_400_000L),
                Duration.ofNanos(34_678_723_400_000L),
                Duration.ofNanos(87_264_900_000L),
                Duration.ofNanos(763_600_000L));
    }

    @Override
    public MachineMemory memory() {
        return new MachineMemory(
                TOTAL, ByteSize.of(2, "GiB"), ByteSize.of(64, "MiB"), ByteSize.of(256, "MiB"));
    }

    @Override
    public List<MemoryCell> cells() {
        return List.of(cell(0, "0-7"), cell(1, "8-15"));
    }

    private static MemoryCell cell(int id, String processors) {
        ByteSize total = ByteSize.of(1536, "MiB");
        ByteSize free = ByteSize.of(1, "GiB");
        return new MemoryCell(
                id,
                total,
                free,
                NumberSet.parse(processors),
                List.of(
                        new PagePool(ByteSize.of(4, "KiB"), 393_216, 262_144),
                        new PagePool(ByteSize.of(2, "MiB"), 8, 4)));
    }

    @Override
    public List<HostInterface> interfaces() {
        return List.of(
                new HostInterface("eth1", "aa:bb:cc:dd:ee:ff", true),
                new HostInterface("eth2", "aa:bb:cc:dd:ee:00", false));
    }

    @Override
    public HostLink link(String networkInterface) {
        return switch (networkInterface) {
            case "eth1" -> new HostLink(1492, "up", Optional.of(1000L), Optional.empty());
            case "eth2" -> new HostLink(1500, "down", Optional.empty(), Optional.empty());
            default ->
                    throw new IllegalArgumentException(
                            "the host has no interface " + networkInterface);
        };
    }

    @Override
    public List<MachineDevice> devices() {
        return List.of(
                new MachineDevice(MachineDevice.WHOLE, "", new MachineDevice.Whole(firmware())),
                new MachineDevice(
                        "block_sdb",
                        "/sys/devices/imaginary/block/sdb",
                        new MachineDevice.Storage("/dev/sdb", ByteSize.of(1, "GiB"))),
                new MachineDevice(
                        "net_eth1_aa_bb_cc_dd_ee_ff",
                        "/sys/devices/imaginary/net/eth1",
                        new MachineDevice.Net("eth1", "aa:bb:cc:dd:ee:ff", true)),
                new MachineDevice(
                        "usb_1_1",
                        "/sys/devices/imaginary/usb1/1-1",
                        new MachineDevice.Usb(1, 2, "1d6b", "Imaginary", "0104", "Key & Disk")));
    }

    @Override
    public List<FirmwareSection> firmware() {
        return List.of(
                new FirmwareSection(
                        "bios",
                        List.of(
                                new FirmwareSection.Entry("vendor", "Imaginary"),
                                new FirmwareSection.Entry("version", "1.0"),
                                new FirmwareSection.Entry("date", "01/01/2026"))));
    }
}
