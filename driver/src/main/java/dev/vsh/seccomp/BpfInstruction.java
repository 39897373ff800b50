package dev.vsh.seccomp;

/**
 * An instruction of classic BPF; {@code linux/filter.h}, {@code struct sock_filter}.
 *
 * @param ifTrue how many instructions a test that holds passes over
 * @param operand 32 bits, unsigned
 */
record BpfInstruction(int code, int ifTrue, int ifFalse, long operand) {
    static final int LOAD = 0x20;
    static final int JUMP = 0x05;
    static final int JUMP_IF_EQUAL = 0x15;
    static final int JUMP_IF_AT_LEAST = 0x35;
    static final int JUMP_IF_SET = 0x45;
    static final int RETURN = 0x06;
    static final int MAX_TEST = 255;

    /** {@code linux/seccomp.h}. */
    static final long RETURN_ALLOW = 0x7fff_0000L;

    static final long RETURN_ERRNO = 0x0005_0000L;

    static BpfInstruction load(int offset) {
        return new BpfInstruction(LOAD, 0, 0, offset);
    }

    static BpfInstruction jump(int distance) {
        return new BpfInstruction(JUMP, 0, 0, distance);
    }

    static BpfInstruction give(long value) {
        return new BpfInstruction(RETURN, 0, 0, value);
    }

    /** As it lies in memory, little-endian. */
    long encoded() {
        return code | ((long) ifTrue << 16) | ((long) ifFalse << 24) | (operand << 32);
    }
}
