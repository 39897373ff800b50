package dev.vsh.linux;

import java.nio.charset.StandardCharsets;

/** {@code struct sockaddr_un} and the numbers around it; unix(7). */
final class UnixSocket {
    static final int AF_UNIX = 1;
    static final int BACKLOG = 64;
    static final int MSG_NOSIGNAL = 0x4000;

    private static final int SOCK_STREAM = 1;

    /** SOCK_NONBLOCK and SOCK_CLOEXEC are O_NONBLOCK and O_CLOEXEC. */
    static final int ACCEPT_FLAGS = OpenFlags.O_NONBLOCK | OpenFlags.O_CLOEXEC;

    static final int TYPE = SOCK_STREAM | ACCEPT_FLAGS;

    private static final int PATH_LIMIT = 108;

    private UnixSocket() {}

    /**
     * @throws IllegalArgumentException when the path is longer than 107 bytes
     */
    static NativeMemory address(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= PATH_LIMIT) {
            throw new IllegalArgumentException("socket path is too long: " + path);
        }
        NativeMemory address = new NativeMemory(2L + PATH_LIMIT);
        address.putShort(0, (short) AF_UNIX);
        address.put(2, bytes, 0, bytes.length);
        return address;
    }
}
