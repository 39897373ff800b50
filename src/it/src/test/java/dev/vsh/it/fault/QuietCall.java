package dev.vsh.it.fault;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * System calls that change nothing but the process that makes them: who is killed in front of one leaves what it would
 * leave a moment later. What is not here counts.
 */
enum QuietCall {
    READ(0, 63),
    PREAD64(17, 67),
    CLOSE(3, 57),
    FSTAT(5, 80),
    NEWFSTATAT(262, 79),
    STATX(332, 291),
    STAT(4, -1),
    LSTAT(6, -1),
    ACCESS(21, -1),
    FACCESSAT(269, 48),
    READLINK(89, -1),
    READLINKAT(267, 78),
    GETDENTS64(217, 61),
    LSEEK(8, 62),
    FCNTL(72, 25),
    MMAP(9, 222),
    MPROTECT(10, 226),
    MUNMAP(11, 215),
    MADVISE(28, 233),
    BRK(12, 214),
    FUTEX(202, 98),
    SCHED_YIELD(24, 124),
    SCHED_GETAFFINITY(204, 123),
    GETPID(39, 172),
    GETTID(186, 178),
    GETCPU(309, 168),
    GETRUSAGE(98, 165),
    SYSINFO(99, 179),
    CLOCK_GETTIME(228, 113),
    CLOCK_NANOSLEEP(230, 115),
    PRLIMIT64(302, 261),
    POLL(7, -1),
    PPOLL(271, 73),
    RT_SIGACTION(13, 134),
    RT_SIGPROCMASK(14, 135),
    RT_SIGRETURN(15, 139),
    RESTART(219, 128),
    PIPE2(293, 59),
    SOCKET(41, 198),
    GETRANDOM(318, 278),
    SET_ROBUST_LIST(273, 99),
    RSEQ(334, 293),
    CLONE3(435, 435),
    EXIT(60, 93);

    private static final boolean X86 = System.getProperty("os.arch", "").equals("amd64");

    private static final Set<Integer> NUMBERS =
            Arrays.stream(values()).map(QuietCall::number).collect(Collectors.toSet());

    private final int x8664;
    private final int aarch64;

    QuietCall(int x8664, int aarch64) {
        this.x8664 = x8664;
        this.aarch64 = aarch64;
    }

    private int number() {
        return X86 ? x8664 : aarch64;
    }

    static boolean includes(long number) {
        return NUMBERS.contains((int) number);
    }
}
