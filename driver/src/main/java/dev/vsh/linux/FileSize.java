package dev.vsh.linux;

import java.lang.ref.Reference;
import java.util.List;

/**
 * How long a file is, and how much of it is stored; in bytes.
 *
 * @param allocated less than {@code length} where it has holes
 */
public record FileSize(long length, long allocated) {
    /** {@code struct statx} and its masks in {@code linux/stat.h}. */
    private static final int STRUCT_SIZE = 256;

    private static final int SIZE = 40;
    private static final int BLOCKS = 48;
    private static final int STATX_SIZE = 0x200;
    private static final int STATX_BLOCKS = 0x400;

    /** The unit of {@code stx_blocks}, whatever the filesystem's is. */
    private static final long BLOCK = 512;

    /**
     * Follows links.
     *
     * @throws SyscallException ENOENT, EACCES
     */
    public static FileSize of(Syscalls syscalls, String path) {
        NativeMemory name = NativeMemory.ofString(path);
        NativeMemory result = new NativeMemory(STRUCT_SIZE);
        try {
            syscalls.require(
                    SystemCall.STATX,
                    List.of(path),
                    OpenFlags.AT_FDCWD,
                    name.address(),
                    0,
                    STATX_SIZE | STATX_BLOCKS,
                    result.address());
            return new FileSize(result.getLong(SIZE), result.getLong(BLOCKS) * BLOCK);
        } finally {
            Reference.reachabilityFence(name);
            Reference.reachabilityFence(result);
        }
    }
}
