package dev.vsh.machine;

import dev.vsh.domain.NumberSet;

import java.util.List;

/**
 * The processors of a machine.
 *
 * @param architecture the kernel's name for it, as {@code x86_64}
 * @param megahertz 0 where the kernel does not say
 * @param present how many there are, whether they are online or not
 * @param each those that are online, in the order of their numbers
 */
public record Processors(String architecture, long megahertz, int present, List<Processor> each) {
    /**
     * One that is online.
     *
     * @param core its core's number in its socket
     * @param siblings the processors that are threads of the same core
     */
    public record Processor(int id, int socket, int die, int core, NumberSet siblings) {}

    public Processors {
        each = List.copyOf(each);
    }

    public int sockets() {
        return (int) each.stream().map(Processor::socket).distinct().count();
    }

    public int coresPerSocket() {
        long cores =
                each.stream()
                        .map(one -> one.socket() + ":" + one.die() + ":" + one.core())
                        .distinct()
                        .count();
        return (int) Math.max(1, cores / Math.max(1, sockets()));
    }

    public int threadsPerCore() {
        return each.stream().mapToInt(one -> one.siblings().count()).max().orElse(1);
    }
}
