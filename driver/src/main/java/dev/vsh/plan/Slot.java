package dev.vsh.plan;

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

    /** The container's own terminals, while it runs; set by the helper, for a command. */
    public static final Slot TERMINALS = new Slot(4, "terminals");

    /** The process's ends of three pipes, for a command without a terminal; set by the helper. */
    public static final Slot STDIN = new Slot(5, "stdin");

    public static final Slot STDOUT = new Slot(6, "stdout");
    public static final Slot STDERR = new Slot(7, "stderr");

    static final int FIRST_FREE = 8;

    @Override
    public String toString() {
        return "{" + name + "}";
    }
}
