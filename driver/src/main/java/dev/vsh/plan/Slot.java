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

    static final int FIRST_FREE = 3;

    @Override
    public String toString() {
        return "{" + name + "}";
    }
}
