package dev.vsh.shell.session;

import dev.vsh.shell.command.CommandException;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The interrupt key of somebody who sits at the shell. It ends a command that waits, and the rest of the line with it;
 * what changes something is finished first. Where nobody is asked for lines the kernel ends the process instead.
 */
public final class InterruptKey {
    /** 128 and the number of SIGINT. */
    public static final int STATUS = 130;

    /** For a wait to close what it has open. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final int IMPATIENT = 3;

    private Optional<Runnable> told = Optional.empty();
    private boolean heard;
    private boolean waiting;
    private int presses;
    private CompletableFuture<Boolean> pressed = new CompletableFuture<>();

    /** From now on {@link #press} is called instead of what the kernel would do. */
    public synchronized void hear() {
        heard = true;
    }

    /** From now on the kernel does again what it does. */
    public synchronized void hearNoMore() {
        heard = false;
    }

    /** What was pressed before was meant for something else. */
    public synchronized void lineBegins() {
        presses = 0;
        pressed = new CompletableFuture<>();
    }

    public synchronized boolean wasPressed() {
        return presses > 0;
    }

    /**
     * Called by whatever thread hears of it.
     *
     * @return whether it was pressed again and again and nothing comes of it: the shell itself is to end
     */
    public synchronized boolean press() {
        presses++;
        if (told.isPresent() && presses < IMPATIENT) {
            // It may have to wait until it can pass the news on.
            Thread.ofVirtual().start(told.get());
            return false;
        }
        pressed.complete(true);
        return !waiting && presses >= IMPATIENT;
    }

    /**
     * Runs what only waits and looks, until its end or until the key is pressed; then it is interrupted, and left to
     * itself if it takes no notice.
     *
     * @return empty when the key ended it
     */
    public <T> Optional<T> untilPressed(Supplier<T> wait) {
        if (!isHeard()) {
            return Optional.of(wait.get());
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform().name("wait").daemon().start(() -> complete(result, wait));
        CompletableFuture<Boolean> key = beginWaiting();
        try {
            CompletableFuture.anyOf(result.handle((_, _) -> true), key).join();
            return key.isDone() ? abandon(thread) : Optional.of(result.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            endWaiting();
        }
    }

    /** As {@link #untilPressed}, for a command of which nothing is left when it is interrupted. */
    public <T> T interruptible(Supplier<T> wait) {
        return untilPressed(wait).orElseThrow(() -> CommandException.silent(STATUS));
    }

    /**
     * As {@link #interruptible}, for what is not ended by the key but told of it; only who presses again and again ends
     * it.
     */
    public <T> T passingOn(Supplier<T> wait, Runnable toTell) {
        tell(Optional.of(toTell));
        try {
            return interruptible(wait);
        } finally {
            tell(Optional.empty());
        }
    }

    private synchronized void tell(Optional<Runnable> toTell) {
        told = toTell;
    }

    /** Whether {@link #press} is called. */
    public synchronized boolean isHeard() {
        return heard;
    }

    private synchronized CompletableFuture<Boolean> beginWaiting() {
        waiting = true;
        return pressed;
    }

    private synchronized void endWaiting() {
        waiting = false;
    }

    private static <T> void complete(CompletableFuture<T> result, Supplier<T> wait) {
        try {
            result.complete(wait.get());
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private static <T> Optional<T> abandon(Thread thread) {
        thread.interrupt();
        try {
            thread.join(GRACE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
