package dev.vsh.it.fault;

import dev.vsh.linux.SystemCall;

import java.io.File;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Follows a process, counts its system calls, and kills it in front of one of them. A thread of its own. */
final class Tracer {
    private static final int TRAP = 5;
    private static final int CALL_STOP = TRAP | 0x80;
    private static final int EVENT_STOP = 128;
    private static final long READ_ONLY_MASK = 3 | 0100 | 01000;

    private final long pid;
    private final Moment moment;
    private final Ptrace ptrace = new Ptrace();
    private final CompletableFuture<Boolean> seized = new CompletableFuture<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final Set<Long> threads = new HashSet<>();
    private boolean counting;
    private boolean killed;
    private int calls;
    private String last = "";

    /**
     * What came of it.
     *
     * @param killed whether there was such a call
     * @param calls how many were counted
     * @param last the call that was counted last
     */
    record Outcome(boolean killed, int calls, String last) {}

    private Tracer(long pid, Moment moment) {
        this.pid = pid;
        this.moment = moment;
        this.counting = moment.counted() == Moment.Counted.SHELL;
    }

    /** Returns when the process is being followed; it goes on at once. */
    static Tracer follow(long pid, Moment moment) {
        Tracer tracer = new Tracer(pid, moment);
        Thread.ofPlatform().daemon().name("tracer").start(tracer::run);
        if (!tracer.seized.join()) {
            throw new AssertionError("cannot trace process " + pid);
        }
        return tracer;
    }

    /** Once nobody is left who is followed. */
    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    private void run() {
        try {
            seized.complete(seizeAll());
            for (var event = ptrace.await(); event.isPresent(); event = ptrace.await()) {
                handle(event.get());
            }
            outcome.complete(new Outcome(killed, calls, last));
        } catch (RuntimeException | Error e) {
            seized.complete(false);
            outcome.completeExceptionally(e);
        }
    }

    /** New threads may come meanwhile. */
    private boolean seizeAll() {
        boolean more = true;
        while (more) {
            more = false;
            for (String name : orEmpty(new File("/proc/" + pid + "/task").list())) {
                long thread = Long.parseLong(name);
                if (threads.add(thread) && ptrace.seize(thread, moment.followsChildren())) {
                    ptrace.interrupt(thread);
                    more = true;
                }
            }
        }
        return !threads.isEmpty();
    }

    private static String[] orEmpty(String @org.jspecify.annotations.Nullable [] names) {
        return names == null ? new String[0] : names;
    }

    private void handle(Ptrace.Event event) {
        if (event.isEnd()) {
            return;
        }
        long thread = event.thread();
        if (event.signal() == CALL_STOP) {
            atCall(thread);
        } else if (event.event() == EVENT_STOP && event.signal() != TRAP) {
            ptrace.leaveStopped(thread);
        } else {
            ptrace.resume(
                    thread, event.event() == 0 && event.signal() != TRAP ? event.signal() : 0);
        }
    }

    private void atCall(long thread) {
        ptrace.entry(thread).ifPresent(entry -> atEntry(thread, entry));
        ptrace.resume(thread, 0);
    }

    private void atEntry(long thread, Ptrace.Entry entry) {
        boolean isChild = !threads.contains(thread) && !isThread(thread);
        if (moment.counted() == Moment.Counted.HELPER
                && entry.number() == SystemCall.SETSID.number()) {
            counting = true;
        }
        if (!killed && (moment.counted() == Moment.Counted.CHILD ? isChild : counting)) {
            count(thread, entry);
        }
    }

    private boolean isThread(long thread) {
        boolean own = new File("/proc/" + pid + "/task/" + thread).exists();
        if (own) {
            threads.add(thread);
        }
        return own;
    }

    private void count(long thread, Ptrace.Entry entry) {
        if (isQuiet(entry) || isReport(entry)) {
            return;
        }
        calls++;
        last = Calls.name(entry.number()) + entry.arguments();
        boolean isLast =
                moment.counted() == Moment.Counted.CHILD
                        && entry.number() == SystemCall.EXECVE.number();
        if (calls == moment.call() || isLast) {
            killed = calls == moment.call();
            moment.accomplices().forEach(ptrace::kill);
            ptrace.kill(moment.counted() == Moment.Counted.CHILD ? thread : pid);
        }
    }

    /** Between two instructions a child tells which one is next, and that is all it writes in eight bytes. */
    private boolean isReport(Ptrace.Entry entry) {
        return moment.counted() == Moment.Counted.CHILD
                && entry.number() == SystemCall.WRITE.number()
                && entry.arguments().get(2) == 8;
    }

    private static boolean isQuiet(Ptrace.Entry entry) {
        boolean reads =
                entry.number() == SystemCall.OPENAT.number()
                        && (entry.arguments().get(2) & READ_ONLY_MASK) == 0;
        return reads || QuietCall.includes(entry.number());
    }
}
