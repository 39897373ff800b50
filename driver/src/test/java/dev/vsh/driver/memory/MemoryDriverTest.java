package dev.vsh.driver.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.ConsoleOptions;
import dev.vsh.driver.ConsoleStream;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

@Timeout(20)
class MemoryDriverTest {
    private final Connection connection = Connection.open("test:///default");
    private final Domain test = connection.lookupDomainByName("test");

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void oneDomainRunsFromTheStart() {
        assertEquals(1, connection.listAllDomains().size());
        assertTrue(test.isPersistent());
        assertEquals("running", test.status().state());
        assertEquals(test.uuid(), connection.lookupDomainById(1).uuid());
        assertEquals("test", connection.lookupDomainByUuid(test.uuid()).name());
    }

    @Test
    void connectionsHaveDomainsOfTheirOwn() {
        test.destroy();
        try (Connection other = Connection.open("test:///default")) {
            assertTrue(other.lookupDomainByName("test").isActive());
        }
    }

    @Test
    void idsAreNotUsedAgain() {
        test.destroy();
        assertEquals(OptionalLong.empty(), test.id());
        test.start();
        assertEquals(OptionalLong.of(2), test.id());
    }

    @Test
    void wrongStatesAreRefused() {
        assertCode(ErrorCode.OPERATION_INVALID, test::start);
        test.destroy();
        assertCode(ErrorCode.OPERATION_INVALID, test::destroy);
        assertCode(ErrorCode.OPERATION_INVALID, () -> test.openConsole(ConsoleOptions.FIRST));
    }

    @Test
    void undefinedDomainLastsUntilItsEnd() {
        test.undefine();
        assertFalse(test.isPersistent());
        assertCode(ErrorCode.OPERATION_INVALID, test::undefine);
        test.destroy();
        assertCode(ErrorCode.NO_DOMAIN, test::status);
        assertEquals(0, connection.listAllDomains().size());
    }

    @Test
    void readOnlyConnectionChangesNothing() {
        try (Connection readOnly = Connection.openReadOnly("test:///default")) {
            Domain domain = readOnly.lookupDomainByName("test");
            assertCode(ErrorCode.OPERATION_DENIED, domain::destroy);
            assertCode(ErrorCode.OPERATION_DENIED, domain::undefine);
            assertCode(ErrorCode.OPERATION_DENIED, () -> domain.openConsole(ConsoleOptions.FIRST));
            assertTrue(domain.isActive());
        }
    }

    @Test
    void otherPathsAreRefused() {
        assertCode(ErrorCode.INVALID_ARG, () -> Connection.open("test:///nosuch"));
        assertCode(ErrorCode.INVALID_ARG, () -> Connection.open("test:default"));
    }

    @Test
    void consoleRepeatsWhatWasPrintedBefore() throws IOException {
        try (ConsoleStream first = test.openConsole(ConsoleOptions.FIRST)) {
            write(first, "hello\r");
        }
        try (ConsoleStream second = test.openConsole(ConsoleOptions.FIRST)) {
            write(second, "\u0004");
            assertTrue(readAll(second).endsWith("\r\nhello\r\nhello\r\n"));
        }
    }

    @Test
    void endOfTheInitShutsTheDomainDown() throws IOException {
        try (ConsoleStream console = test.openConsole(ConsoleOptions.FIRST)) {
            write(console, "\u0004");
            readAll(console);
        }
        assertEquals("shut off", test.status().state());
        assertEquals("shutdown", test.status().reasonText());
    }

    @Test
    void destroyEndsConsoles() throws IOException {
        try (ConsoleStream console = test.openConsole(ConsoleOptions.FIRST)) {
            test.destroy();
            readAll(console);
            assertThrows(IOException.class, () -> write(console, "a"));
        }
        assertEquals("destroyed", test.status().reasonText());
    }

    @Test
    void forcedClientIsTheOnlyOne() throws IOException {
        try (ConsoleStream first = test.openConsole(ConsoleOptions.FIRST);
                ConsoleStream second =
                        test.openConsole(new ConsoleOptions(Optional.of("console0"), true))) {
            assertEquals(-1, first.read(new byte[10]));
            assertTrue(second.read(new byte[10]) > 0);
        }
    }

    @Test
    void unknownConsoleIsRefused() {
        ConsoleOptions options = new ConsoleOptions(Optional.of("console7"), false);
        assertCode(ErrorCode.INVALID_ARG, () -> test.openConsole(options));
    }

    @Test
    void slowReaderLosesTheBeginningAndBlocksNobody() throws IOException {
        try (ConsoleStream console = test.openConsole(ConsoleOptions.FIRST)) {
            write(console, "x".repeat(200_000) + "\r");
            write(console, "the end\r\u0004");
            String output = readAll(console);
            assertEquals(64 * 1024, output.length());
            assertTrue(output.endsWith("the end\r\nthe end\r\n"));
        }
    }

    private static void assertCode(ErrorCode code, Executable executable) {
        assertEquals(code, assertThrows(DriverException.class, executable).code());
    }

    private static void write(ConsoleStream console, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        console.write(bytes, 0, bytes.length);
    }

    private static String readAll(ConsoleStream console) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1000];
        int length;
        while ((length = console.read(buffer)) != -1) {
            all.write(buffer, 0, length);
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
