package dev.vsh.shell.guests;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does one thing to each domain of a turn, several at a time, and goes on after a failure. */
final class GuestWork implements AutoCloseable {
    private final ExecutorService threads;
    private final GuestReport report;

    GuestWork(int parallel, GuestReport report) {
        this.threads =
                Executors.newFixedThreadPool(
                        parallel, Thread.ofPlatform().name("guest").daemon().factory());
        this.report = report;
    }

    /**
     * @param action throws a DriverException when it fails
     * @return names of those for which it failed
     */
    List<String> turn(List<String> names, Consumer<String> action) {
        List<Future<?>> works = new ArrayList<>();
        names.forEach(name -> works.add(threads.submit(() -> action.accept(name))));
        try {
            return failures(names, works);
        } finally {
            // Nothing is left of them, unless somebody has lost patience.
            works.forEach(work -> work.cancel(false));
        }
    }

    private List<String> failures(List<String> names, List<Future<?>> works) {
        List<String> failed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!isDone(names.get(i), works.get(i))) {
                failed.add(names.get(i));
            }
        }
        return failed;
    }

    private boolean isDone(String name, Future<?> work) {
        try {
            work.get();
            report.done(name);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DriverException reason) {
                report.failed(name, reason);
                return false;
            }
            throw new IllegalStateException("domain '" + name + "'", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriverException(ErrorCode.OPERATION_FAILED, "interrupted", e);
        }
    }

    /** What has begun goes on to its end: half a start is worse than one. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
