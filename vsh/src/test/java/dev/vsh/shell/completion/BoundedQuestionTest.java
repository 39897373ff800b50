package dev.vsh.shell.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.shell.command.CommandException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

@Timeout(20)
class BoundedQuestionTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void answerThatComesInTimeCounts() {
        assertEquals(List.of("web"), new BoundedQuestion(() -> List.of("web"), LONG).answer());
    }

    @Test
    void whatHangsHasNoAnswer() {
        assertEquals(List.of(), new BoundedQuestion(this::hang, Duration.ofMillis(1)).answer());
    }

    @Test
    void failureIsTheAskers() {
        BoundedQuestion question =
                new BoundedQuestion(
                        () -> {
                            throw new CommandException("no");
                        },
                        LONG);

        assertThrows(CommandException.class, question::answer);
    }

    /** As a filesystem does whose server does not answer: it takes no notice of an interrupt. */
    private List<String> hang() {
        while (true) {
            try {
                never.await();
            } catch (InterruptedException _) {
                continue;
            }
        }
    }
}
