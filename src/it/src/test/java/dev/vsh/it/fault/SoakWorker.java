package dev.vsh.it.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Somebody who gives a shell one command after another, without much sense, and kills it now and then. */
final class SoakWorker {
    private static final List<String> VERBS =
            List.of(
                    "start NAME",
                    "start NAME",
                    "start NAME",
                    "start NAME",
                    "start NAME",
                    "destroy NAME",
                    "shutdown NAME --timeout 5",
                    "reboot NAME --timeout 5",
                    "reset NAME",
                    "suspend NAME",
                    "resume NAME",
                    "resume NAME",
                    "exec NAME -- /bin/true",
                    "schedinfo NAME --set cpu_shares=77 --live --config",
                    "setmem NAME 32M --live",
                    "emulatorpin NAME 0 --live",
                    "attach-device NAME FOLDER/folder-device.xml --live",
                    "detach-device NAME FOLDER/folder-device.xml --live",
                    "attach-device NAME FOLDER/interface-device.xml --live",
                    "attach-disk NAME FOLDER/disk.img vdb --live",
                    "detach-disk NAME vdb --live",
                    "send-process-signal NAME 1 TERM",
                    "autostart-all",
                    "shutdown-all --timeout 3",
                    "await NAME --state running --timeout 1",
                    "event --all --timeout 1",
                    "log NAME",
                    "dominfo NAME",
                    "dumpxml NAME",
                    "domstats",
                    "list --all",
                    "autostart NAME",
                    "define FOLDER/NAME.xml",
                    "undefine NAME",
                    "domrename NAME NAMEx",
                    "domrename NAMEx NAME");

    private static final int PATIENCE_SECONDS = 120;
    private static final int KILL_ONE_IN = 12;
    private static final int MOMENT_NANOS = 400_000_000;

    /** Each waits for its own shell, so none may wait for another. */
    private static final Executor THREADS = Thread::startVirtualThread;

    private final Shells shells;
    private final List<String> names;
    private final String folder;
    private final Random random;
    private final List<String> wrong = new ArrayList<>();
    private int verbs;
    private int kills;

    SoakWorker(Shells shells, List<String> names, String folder, long seed) {
        this.shells = shells;
        this.names = names;
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** What should not have been, a line each. */
    List<String> wrong() {
        return wrong;
    }

    int verbs() {
        return verbs;
    }

    /** How often its shell was killed. */
    int kills() {
        return kills;
    }

    void work(long deadlineNanos) {
        ShellSession shell = shells.next();
        while (System.nanoTime() < deadlineNanos && wrong.isEmpty()) {
            if (!isDone(shell, verb())) {
                complain(shell);
                shell.close();
                shell = shells.next();
            }
            verbs++;
        }
        complain(shell);
        shell.close();
    }

    private String verb() {
        return VERBS.get(random.nextInt(VERBS.size()))
                .replace("NAME", names.get(random.nextInt(names.size())))
                .replace("FOLDER", folder);
    }

    private boolean isDone(ShellSession shell, String verb) {
        shell.say(verb);
        if (random.nextInt(KILL_ONE_IN) == 0) {
            LockSupport.parkNanos(random.nextInt(MOMENT_NANOS));
            shell.kill();
            kills++;
        }
        try {
            return CompletableFuture.supplyAsync(shell::awaitDone, THREADS)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            wrong.add(verb + " takes more than " + PATIENCE_SECONDS + " s");
            return false;
        } catch (InterruptedException | ExecutionException e) {
            wrong.add(verb + ": " + e);
            return false;
        }
    }

    /** Whatever a user does, he gets to see no trace of the code. */
    private void complain(ShellSession shell) {
        shell.errors().stream()
                .filter(line -> line.contains("Exception") || line.startsWith("\tat "))
                .forEach(wrong::add);
    }
}
