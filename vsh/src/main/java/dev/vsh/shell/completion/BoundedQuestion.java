package dev.vsh.shell.completion;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks for candidates on a thread of its own, and does without an answer that is long in coming: a filesystem inside a
 * container can hang for ever, and somebody sits at the key.
 */
record BoundedQuestion(Supplier<List<String>> question, Duration patience) {
    /** Whatever the question throws, or nothing when it takes too long. */
    List<String> answer() {
        CompletableFuture<List<String>> answer = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().name("completion").daemon().start(() -> ask(answer));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException _) {
            thread.interrupt();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private void ask(CompletableFuture<List<String>> answer) {
        try {
            answer.complete(question.get());
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }
}
