package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.ShutdownMode;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.helper.protocol.Expectation;
import dev.vsh.helper.protocol.Frame;
import dev.vsh.linux.Fd;
import dev.vsh.linux.ProcessId;
import dev.vsh.linux.Signals;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Asks the init of a running domain to stop it. No lock is held: it may take as long as it likes, and whoever loses
 * patience must be able to destroy it.
 */
final class Shutdown {
    private final Workshop workshop;
    private final Syscalls syscalls;
    private final String name;
    private final RunRecord.Active active;
    private final ProcessId init;
    private final RunningInit running;

    Shutdown(Workshop workshop, String name, RunRecord.Active active, ProcessId init) {
        this.workshop = workshop;
        this.syscalls = workshop.syscalls();
        this.name = name;
        this.active = active;
        this.init = init;
        this.running = new RunningInit(init.pid());
    }

    void powerOff(ShutdownRequest request) {
        InitKind kind = running.kind();
        expect(request.last() ? Expectation.END : Expectation.NOTHING);
        ask("stop", request, kind, wishes(request, kind.powerOff(), new InitWish.Runlevel('0')));
    }

    void reboot(ShutdownRequest request) {
        InitKind kind = running.kind();
        InitWish usual = kind.reboot().orElse(kind.powerOff());
        // However it ends: most programs have no way to say that they reboot.
        expect(Expectation.REBOOT);
        ask("reboot", request, kind, wishes(request, usual, new InitWish.Runlevel('6')));
    }

    private void expect(Expectation expectation) {
        OptionalLong answer =
                new HelperSocket(syscalls, workshop.run())
                        .ask(active.helper().pid(), Frame.expect(expectation));
        if (answer.isEmpty()) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "the helper of domain '" + name + "' does not answer: it is just ending");
        }
    }

    /**
     * @param usual what this init understands
     * @param initctl what every init with such a fifo does
     */
    private static List<InitWish> wishes(
            ShutdownRequest request, InitWish usual, InitWish initctl) {
        List<InitWish> wishes = new ArrayList<>();
        if (request.modes().contains(ShutdownMode.INITCTL)) {
            wishes.add(initctl);
        }
        switch (usual) {
            case InitWish.Runlevel _ -> {
                if (request.modes().isEmpty()) {
                    wishes.add(usual);
                }
                if (request.allows(ShutdownMode.SIGNAL)) {
                    // A program of somebody's own that is called as sysvinit is.
                    wishes.add(InitKind.PROGRAM.powerOff());
                }
            }
            case InitWish.Signal _, InitWish.Runit _ -> {
                if (request.allows(ShutdownMode.SIGNAL)) {
                    wishes.add(usual);
                }
            }
        }
        return wishes;
    }

    private void ask(String goal, ShutdownRequest request, InitKind kind, List<InitWish> wishes) {
        try (Fd pidfd = syscalls.openProcess(init.pid())) {
            InitWish granted =
                    wishes.stream()
                            .filter(wish -> isTold(pidfd, wish))
                            .findFirst()
                            .orElseThrow(
                                    () -> {
                                        expect(Expectation.NOTHING);
                                        return deaf(kind, wishes);
                                    });
            workshop.log(name)
                    .note("asked to " + goal + ": " + described(kind) + " gets " + granted.text());
            request.patience().ifPresent(patience -> await(pidfd, patience, kind, granted));
        } catch (SyscallException e) {
            throw Denial.of("cannot shut down domain '" + name + "'", e);
        }
    }

    private boolean isTold(Fd pidfd, InitWish wish) {
        return switch (wish) {
            case InitWish.Signal(int number) -> {
                boolean listens = running.listensTo(number);
                if (listens) {
                    syscalls.signal(pidfd, number);
                }
                yield listens;
            }
            case InitWish.Runit(boolean reboot) -> {
                boolean listens = running.listensTo(Signals.SIGCONT);
                if (listens) {
                    new RunitFlags(syscalls, init.pid()).set(reboot);
                    syscalls.signal(pidfd, Signals.SIGCONT);
                }
                yield listens;
            }
            case InitWish.Runlevel(char level) ->
                    new InitctlFifo(syscalls, init.pid()).request(level);
        };
    }

    private DriverException deaf(InitKind kind, List<InitWish> wishes) {
        List<String> reasons =
                wishes.stream()
                        .map(
                                wish ->
                                        switch (wish) {
                                            case InitWish.Signal _, InitWish.Runit _ ->
                                                    "does not handle " + wish.text();
                                            case InitWish.Runlevel _ -> "reads no initctl fifo";
                                        })
                        .distinct()
                        .toList();
        return new DriverException(
                ErrorCode.NO_SUPPORT,
                "cannot ask domain '"
                        + name
                        + "' to stop: its init, "
                        + described(kind)
                        + ", "
                        + String.join(" and ", reasons)
                        + "; destroy ends it without asking");
    }

    private String described(InitKind kind) {
        return kind.text() + " '" + running.path() + "'";
    }

    private void await(Fd pidfd, Duration patience, InitKind kind, InitWish granted) {
        if (!syscalls.awaitEnd(pidfd, patience.toMillis())) {
            throw new DriverException(
                    ErrorCode.OPERATION_TIMEOUT,
                    "domain '"
                            + name
                            + "' still runs after "
                            + patience.toSeconds()
                            + " s: its init, "
                            + described(kind)
                            + ", was sent "
                            + granted.text()
                            + "; destroy ends it without asking");
        }
        new Aftermath(workshop, active, init).await();
    }
}
