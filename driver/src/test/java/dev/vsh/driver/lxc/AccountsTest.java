package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.lxc.Accounts.Identity;
import dev.vsh.linux.Syscalls;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@Timeout(10)
final class AccountsTest {
    private static final String PASSWD =
            """
            root:x:0:0:root:/root:/bin/sh
            www:x:33:34:web:/var/www:/bin/false
            33:x:1033:1034:a name of digits:/:/bin/false
            """;

    private static final String GROUP =
            """
            root:x:0:
            www:x:34:
            audio:x:29:pulse,www
            video:x:44:www
            """;

    @TempDir Path root;

    private Path etc;

    @BeforeEach
    void makeFiles() throws IOException {
        etc = Files.createDirectory(root.resolve("etc"));
        Files.writeString(etc.resolve("passwd"), PASSWD);
        Files.writeString(etc.resolve("group"), GROUP);
    }

    private Identity resolve(Optional<String> user, Optional<String> group) {
        return new Accounts(new Syscalls(), root).resolve(user, group);
    }

    private Identity user(String name) {
        return resolve(Optional.of(name), Optional.empty());
    }

    private String refusal(String name) {
        return assertThrows(DriverException.class, () -> user(name)).getMessage();
    }

    @Test
    void withoutAUserTheInitIsRoot() {
        assertEquals(Identity.ROOT, resolve(Optional.empty(), Optional.empty()));
    }

    @Test
    void nameGivesUserItsGroupAndSupplementaryGroups() {
        assertEquals(new Identity(33, 34, List.of(29L, 44L)), user("www"));
    }

    @Test
    void nameOfDigitsIsANameFirst() {
        assertEquals(1033, user("33").uid());
    }

    @Test
    void numberBehindAPlusIsNeverAName() {
        assertEquals(new Identity(33, 34, List.of(29L, 44L)), user("+33"));
    }

    @Test
    void numberThatNobodyHasIsTakenAsItIs() {
        assertEquals(new Identity(4711, 4711, List.of()), user("4711"));
    }

    @Test
    void groupReplacesTheUsersOwn() {
        assertEquals(29, resolve(Optional.of("www"), Optional.of("audio")).gid());
    }

    @Test
    void groupMayBeANumber() {
        assertEquals(77, resolve(Optional.of("www"), Optional.of("+77")).gid());
    }

    @Test
    void groupAloneIsForRoot() {
        Identity identity = resolve(Optional.empty(), Optional.of("audio"));
        assertEquals(0, identity.uid());
        assertEquals(29, identity.gid());
    }

    @Test
    void unknownNameIsRefusedByName() {
        String refusal = refusal("nobody");
        assertTrue(refusal.contains("init user 'nobody' is not in the container's /etc/passwd"));
    }

    /** (uid_t) -1 leaves an id as it is, which is root's; 2^32 is 0 again. */
    @ParameterizedTest
    @ValueSource(strings = {"4294967295", "4294967296", "9999999999", "+4294967295"})
    void numberThatIsNoIdIsRefused(String number) {
        assertTrue(refusal(number).contains("'" + number + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967295", "4294967296", "-1", "", "0x0", "99999999999999999999"})
    void idInTheFileThatIsNoneIsRefused(String id) throws IOException {
        Files.writeString(etc.resolve("passwd"), "www:x:" + id + ":33::/:/bin/sh\n");
        assertTrue(refusal("www").contains("'" + id + "' in the container's /etc/passwd"));
    }

    @Test
    void rootWithoutFilesKnowsNumbersOnly() throws IOException {
        Files.delete(etc.resolve("passwd"));
        Files.delete(etc.resolve("group"));
        assertEquals(7, user("7").uid());
        assertTrue(refusal("www").contains("is not in the container's /etc/passwd"));
    }

    @Test
    void linesThatAreNoneArePassedOver() throws IOException {
        Files.writeString(etc.resolve("passwd"), "\n#\n+::::::\nnonsense\n" + PASSWD);
        assertEquals(33, user("www").uid());
    }

    @Test
    void namesInAnyEncodingAreRead() throws IOException {
        Files.write(
                etc.resolve("passwd"),
                ("j:x:1:1:Jürgen:/:/\n" + PASSWD).getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(33, user("www").uid());
    }

    @Test
    void symlinkLeadsNowhereButIntoTheRoot(@TempDir Path outside) throws IOException {
        Path secret = Files.writeString(outside.resolve("passwd"), "www:x:0:0::/:/bin/sh\n");
        Files.delete(etc.resolve("passwd"));
        Files.createSymbolicLink(etc.resolve("passwd"), secret);
        assertTrue(refusal("www").contains("is not in the container's /etc/passwd"));
    }

    @Test
    void symlinkWithinTheRootIsFollowed() throws IOException {
        Files.move(etc.resolve("passwd"), root.resolve("accounts"));
        Files.createSymbolicLink(etc.resolve("passwd"), Path.of("/accounts"));
        assertEquals(33, user("www").uid());
    }

    /** To open it would wait for somebody who writes. */
    @Test
    void fifoIsRefused() throws Exception {
        Files.delete(etc.resolve("passwd"));
        Process mkfifo = new ProcessBuilder("mkfifo", etc.resolve("passwd").toString()).start();
        assertEquals(0, mkfifo.waitFor());
        assertTrue(refusal("www").contains("cannot read /etc/passwd of root folder"));
    }
}
