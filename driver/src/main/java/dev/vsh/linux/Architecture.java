package dev.vsh.linux;

/** The processor architectures whose system call numbers are known here. */
public enum Architecture {
    X86_64,
    AARCH64;

    static final Architecture CURRENT =
            System.getProperty("os.arch", "").equals("aarch64") ? AARCH64 : X86_64;
}
