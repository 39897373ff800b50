package dev.vsh.machine;

import java.util.List;
import java.util.OptionalInt;

/** The machine as it is now; each call looks anew. */
public interface Machine {
    Processors processors();

    /**
     * What the processors have done since the machine started.
     *
     * @param processor one of them; empty for the sum of all
     * @throws IllegalArgumentException when it has no such processor
     */
    ProcessorTime time(OptionalInt processor);

    MachineMemory memory();

    /** The NUMA nodes, at least one; in the order of their numbers. */
    List<MemoryCell> cells();

    /** Sorted by name. */
    List<HostInterface> interfaces();

    /**
     * What one of them, or a port of one, is like.
     *
     * @throws IllegalArgumentException when there is no such interface
     */
    HostLink link(String networkInterface);

    /** What a container could be given, by kind and name. */
    List<MachineDevice> devices();

    /** Who made it, by the sections of SMBIOS; empty where the firmware does not say. */
    List<FirmwareSection> firmware();
}
