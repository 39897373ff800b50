package dev.vsh.driver;

import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;

/** The end of a process that has used this API, for programs that run one command and are gone. */
public final class ProcessEnd {
    private ProcessEnd() {}

    /**
     * Ends this process at once, without the JVM's shutdown hooks. What is to be written must have been, and connections
     * and terminals be closed. {@code System.exit} would first set up the JVM's log to say so there, and after a start
     * wait 0.3 s for the thread of the JVM that waits for the helper to end (VM_Exit::wait_for_threads_in_native_to_block in
     * HotSpot's vmOperations.cpp).
     *
     * @param status 0 to 255
     */
    public static void now(int status) {
        // Set by JNA when it is loaded, and without it nothing has been started.
        if (Boolean.getBoolean("jna.loaded")) {
            new Syscalls().attempt(SystemCall.EXIT_GROUP, status);
        }
        Runtime.getRuntime().halt(status);
    }
}
