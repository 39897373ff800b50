package dev.vsh.plan;

import dev.vsh.linux.Constant;

import java.util.List;
import java.util.Optional;

/**
 * All that a start does, in four sections. No section branches.
 *
 * @param prepare by the helper, before there is a container: cgroups, device nodes, consoles, sources of mounts
 * @param cloneFlags flags of the clone(2) between {@code prepare} and {@code attach}
 * @param attach by the helper, while the child waits for its go
 * @param container by the child; the last one is the execve(2) of the init
 * @param cgroups folders of the container's cgroups, which are removed with all below before {@code release}
 * @param release by the helper, when the container has ended or its start has failed
 * @param consoles the slots of the consoles' master ends, console 0 first
 * @param kept slots of descriptors that stay open as long as the container runs, besides the consoles
 * @param parts of {@code release}
 * @param slots how many results there are
 * @param views what the helper serves to the container, from the moment that the child runs
 */
public record SetupProgram(
        List<Instruction> prepare,
        Constant cloneFlags,
        List<Instruction> attach,
        List<Instruction> container,
        List<String> cgroups,
        List<Instruction> release,
        List<Slot> consoles,
        List<Slot> kept,
        List<Part> parts,
        int slots,
        Optional<Views> views) {
    public SetupProgram {
        prepare = List.copyOf(prepare);
        attach = List.copyOf(attach);
        container = List.copyOf(container);
        cgroups = List.copyOf(cgroups);
        release = List.copyOf(release);
        consoles = List.copyOf(consoles);
        kept = List.copyOf(kept);
        parts = List.copyOf(parts);
    }

    /**
     * What gives back one device, when it is detached before the container ends. Run twice, it does nothing the second
     * time.
     *
     * @param first instruction of it
     * @param end the one behind it
     */
    public record Part(String device, int first, int end) {}

    /**
     * A filesystem that the helper is the server of.
     *
     * @param device slot of its end of the connection
     * @param uid whose its files are, on the host
     */
    public record Views(Slot device, long uid, long gid) {}
}
