package dev.vsh.driver.lxc;

import dev.vsh.domain.SignalName;
import dev.vsh.driver.lxc.InitWish.Runit;
import dev.vsh.driver.lxc.InitWish.Runlevel;
import dev.vsh.driver.lxc.InitWish.Signal;
import dev.vsh.linux.Signals;

import java.util.Optional;

/**
 * The inits whose ways are known. Each has its own idea of what a signal means: the one that powers off with busybox
 * is a halt with s6, and nothing with sysvinit.
 */
enum InitKind {
    /** systemd(1), section Signals. */
    SYSTEMD(
            "systemd",
            new Signal(SignalName.SIGRTMIN + 3),
            Optional.of(new Signal(SignalName.SIGRTMIN + 5))),
    /** init/init.c of busybox: {@code check_delayed_sigs()}. */
    BUSYBOX("busybox init", new Signal(Signals.SIGUSR2), Optional.of(new Signal(Signals.SIGTERM))),
    /** init(8): its signals do not stop anything, its fifo does. */
    SYSVINIT("sysvinit", new Runlevel('0'), Optional.of(new Runlevel('6'))),
    /** openrc-init.c: {@code handle_shutdown()}. */
    OPENRC("openrc-init", new Signal(Signals.SIGTERM), Optional.of(new Signal(Signals.SIGINT))),
    /** s6-linux-init, which gives s6-svscan its signals. */
    S6_LINUX("s6-linux-init", new Signal(Signals.SIGUSR1), Optional.of(new Signal(Signals.SIGINT))),
    /** runit(8), section Signals. */
    RUNIT("runit", new Runit(false), Optional.of(new Runit(true))),
    /** Anything else: what service managers send to services. None of these knows how to reboot. */
    PROGRAM("program", new Signal(Signals.SIGTERM), Optional.empty());

    private final String text;
    private final InitWish powerOff;
    private final Optional<InitWish> reboot;

    InitKind(String text, InitWish powerOff, Optional<InitWish> reboot) {
        this.text = text;
        this.powerOff = powerOff;
        this.reboot = reboot;
    }

    /** For messages. */
    String text() {
        return text;
    }

    InitWish powerOff() {
        return powerOff;
    }

    /** Empty when it can be ended only, and somebody else has to start it again. */
    Optional<InitWish> reboot() {
        return reboot;
    }

    /**
     * @param program the file that runs, without its folder
     * @param calledAs the name that it was started by, without a folder: scripts and applets are told by it
     */
    static InitKind of(String program, String calledAs) {
        boolean init = calledAs.equals("init") || calledAs.equals("linuxrc");
        return switch (program) {
            case "systemd" -> SYSTEMD;
            case "openrc-init" -> OPENRC;
            case "init" -> SYSVINIT;
            case "runit" -> RUNIT;
            default -> init && program.startsWith("busybox") ? BUSYBOX : PROGRAM;
        };
    }
}
