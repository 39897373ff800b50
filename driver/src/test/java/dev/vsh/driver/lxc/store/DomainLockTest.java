package dev.vsh.driver.lxc.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.linux.Syscalls;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(30)
final class DomainLockTest {
    private final Syscalls syscalls = new Syscalls();

    @TempDir Path folder;

    private Folders folders;

    @BeforeEach
    void nameFolders() {
        folders = Folders.below(folder);
    }

    private DomainLock lock(String domain) {
        return DomainLock.acquire(syscalls, folders, domain);
    }

    @Test
    void lockIsHadAgainWhenItWasGivenBack() {
        lock("web").close();
        lock("web").close();
    }

    @Test
    void locksOfTwoDomainsAreHadTogether() {
        try (DomainLock _ = lock("web");
                DomainLock _ = lock("mail")) {
            assertTrue(Files.exists(folders.run().resolve("mail.lock")));
        }
    }

    @Test
    void secondWaitsForTheFirst() throws InterruptedException {
        List<String> events = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        Thread second;
        try (DomainLock _ = lock("web")) {
            second =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        started.countDown();
                                        try (DomainLock _ = lock("web")) {
                                            events.add("second");
                                        }
                                    });
            started.await();
            events.add("first");
        }
        second.join();
        assertEquals(List.of("first", "second"), events);
    }

    @Test
    void nobodyIsInsideTogetherEvenWhenTheFileIsRemovedEveryTime() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(() -> enterOften(inside, most)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, most.get());
    }

    private void enterOften(AtomicInteger inside, AtomicInteger most) {
        for (int i = 0; i < 50; i++) {
            try (DomainLock lock = lock("web")) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
                lock.removeFile();
            }
        }
    }

    @Test
    void nothingIsLeftWhenTheFileWasRemoved() {
        try (DomainLock lock = lock("web")) {
            lock.removeFile();
        }
        assertFalse(Files.exists(folders.run().resolve("web.lock")));
    }
}
