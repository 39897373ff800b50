package dev.vsh.netlink;

/** What the kernel answers to a request: an error, its absence, or the interface that was asked for. */
public final class Answer {
    /** As much of it as anybody looks at; the rest is cut off. */
    public static final int SIZE = 32;

    /** Where the message's type is: 16 bits. */
    public static final int TYPE = 4;

    /** The first 32 bits of the body: of NLMSG_ERROR the error. */
    public static final int ERROR = 16;

    /** The second 32 bits of the body: of RTM_NEWLINK the interface's index. */
    public static final int INDEX = 20;

    private static final int NLMSG_ERROR = 2;

    private Answer() {}

    /**
     * As a system call returns it.
     *
     * @return a negative errno, 0, or the index of an interface
     */
    public static int result(int type, int error, int index) {
        return type == NLMSG_ERROR ? error : index;
    }
}
