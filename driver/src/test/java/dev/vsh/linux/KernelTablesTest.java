package dev.vsh.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our tables of numbers against the headers of this machine, where it has them. */
final class KernelTablesTest {
    private static final Pattern DEFINITION =
            Pattern.compile("#\\s*define\\s+(\\w+)\\s+(\\d+)\\b.*");

    private static Map<String, Integer> definitions(String... headers) throws IOException {
        Map<String, Integer> definitions = new TreeMap<>();
        for (String header : headers) {
            for (String line : Files.readAllLines(header(header))) {
                Matcher matcher = DEFINITION.matcher(line);
                if (matcher.matches()) {
                    definitions.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
                }
            }
        }
        return definitions;
    }

    private static Path header(String name) {
        return Stream.of("/usr/include", "/usr/include/" + gnuName())
                .map(folder -> Path.of(folder, name))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> missing(name));
    }

    private static Path missing(String name) {
        assumeTrue(false, "requires KERNEL_HEADERS: no " + name + " below /usr/include");
        return Path.of(name);
    }

    private static String gnuName() {
        return switch (Architecture.CURRENT) {
            case X86_64 -> "x86_64-linux-gnu";
            case AARCH64 -> "aarch64-linux-gnu";
        };
    }

    @Test
    void errnosAreThoseOfTheHeader() throws IOException {
        Map<String, Integer> header =
                definitions("asm-generic/errno-base.h", "asm-generic/errno.h");
        Map<String, Integer> ours =
                Arrays.stream(Errno.values())
                        .filter(errno -> header.containsKey(errno.name()))
                        .collect(Collectors.toMap(Errno::name, Errno::number));
        assertEquals(header, new TreeMap<>(ours));
    }

    @Test
    void capabilitiesAreThoseOfTheHeader() throws IOException {
        Map<String, Integer> header = definitions("linux/capability.h");
        header.keySet().removeIf(name -> !name.startsWith("CAP_"));
        Map<String, Integer> ours =
                Arrays.stream(Capability.values())
                        .collect(
                                Collectors.toMap(
                                        each -> "CAP_" + each.name(), Capability::ordinal));
        assertEquals(header, new TreeMap<>(ours));
    }

    @Test
    void systemCallsHaveTheNumbersOfTheHeader() throws IOException {
        Map<String, Integer> header =
                switch (Architecture.CURRENT) {
                    case X86_64 -> definitions("asm/unistd_64.h");
                    case AARCH64 -> definitions("asm-generic/unistd.h");
                };
        Map<String, Integer> expected = new TreeMap<>();
        Map<String, Integer> ours = new TreeMap<>();
        for (SystemCall call : SystemCall.values()) {
            expected.put(call.callName(), header.get("__NR_" + call.callName()));
            ours.put(call.callName(), call.number());
        }
        assertEquals(expected, ours);
    }

    @Test
    void everyErrnoIsFoundByItsNumber() {
        for (Errno errno : Errno.values()) {
            assertEquals(errno, Errno.of(errno.number()));
        }
    }

    @Test
    void numberThatIsNoErrnoIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Errno.of(0));
    }

    @Test
    void capabilityIsFoundByItsNameInAnyCase() {
        assertEquals(Capability.SYS_ADMIN, Capability.of("sys_admin"));
        assertEquals(1L << 21, Capability.SYS_ADMIN.bit());
    }
}
