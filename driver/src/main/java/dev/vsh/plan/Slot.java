package dev.vsh.plan;

import java.util.List;

/**
 * A place for the result of an instruction, for later ones to use.
 *
 * @param index position in the table of results
 * @param name what people call it
 */
public record Slot(int index, String name) {
    /** The child's process id on the host; set by the helper after it cloned. */
    public static final Slot PID = new Slot(0, "pid");

    /** Write end of the pipe on which the child waits for its go. */
    public static final Slot GO_WRITE = new Slot(1, "go-write");

    /** Read end of the same pipe. */
    public static final Slot GO_READ = new Slot(2, "go-read");

    /** The init's process id on the host, for a command in its container; set by the helper. */
    public static final Slot INIT = new Slot(3, "init");

    /** The container's own terminals. */
    public static final Slot TERMINALS = new Slot(4, "terminals");

    /** The process's ends of three pipes, for a command without a terminal; set by the helper. */
    public static final Slot STDIN = new Slot(5, "stdin");

    public static final Slot STDOUT = new Slot(6, "stdout");
    public static final Slot STDERR = new Slot(7, "stderr");

    /** The container's {@code /dev}, whatever it has mounted there since. */
    public static final Slot DEV = new Slot(8, "dev");

    /** The devices that the container may use besides those that all may; where that is no file. */
    public static final Slot DEVICE_TABLE = new Slot(9, "device-table");

    /** The helper's place in the packet filter: what it has made there goes when this is closed. */
    public static final Slot METERS = new Slot(10, "meters");

    /** What a start has opened and the helper keeps: in every later program of the container they are the same. */
    public static final List<Slot> LASTING = List.of(TERMINALS, DEV, DEVICE_TABLE, METERS);

    static final int FIRST_FREE = 11;

    @Override
    public String toString() {
        return "{" + name + "}";
    }
}
