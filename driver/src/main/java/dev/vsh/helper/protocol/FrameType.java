package dev.vsh.helper.protocol;

/** Kinds of frame on the helper's socket. */
public enum FrameType {
    /** Client: which process is the init? Empty. */
    STATUS,
    /** Helper: the init's process id, 8 bytes. */
    RUNNING,
    /** Client: 4 bytes console number, 1 byte whether others are disconnected first. */
    ATTACH,
    /** Helper: no; the reason in UTF-8. */
    REFUSED,
    /** Client: bytes for the console. */
    INPUT,
    /** Client: columns and rows, 4 bytes each. */
    RESIZE,
    /** Helper: bytes from the console. */
    OUTPUT,
    /** Helper: the container has ended, and soon the helper will have too. Empty. */
    ENDED,
    /** Client: no more INPUT will come; whoever reads the console is to find its end. Empty. */
    END_INPUT,
    /** Client: 1 byte, what the next end of the init is to be taken for; answered by RUNNING. */
    EXPECT,
    /** Client: 1 byte, after which ends the container starts again from now on; answered by RUNNING. */
    END_ACTIONS,
    /** Client: a part of an order, which was too large for one frame. */
    PART,
    /** Client: an order to run a command, or the last part of one. */
    EXEC,
    /** Helper: how it went with an order. */
    REPORT,
    /** Helper: bytes from the command's standard error, where that is no terminal. */
    ERRORS,
    /** Helper: the command has ended; 4 bytes, as wait(2) tells it. */
    EXITED,
    /** Client: an order to change the container, or the last part of one; answered by REPORT. */
    CHANGE,
    /** Client: a signal for the command and all in its process group; 4 bytes. */
    SIGNAL;

    private static final FrameType[] ALL = values();

    /**
     * @throws IllegalArgumentException when there is no such type
     */
    static FrameType of(int number) {
        if (number < 0 || number >= ALL.length) {
            throw new IllegalArgumentException("unknown frame type " + number);
        }
        return ALL[number];
    }
}
