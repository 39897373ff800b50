package dev.vsh.seccomp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/** The names of all system calls and their numbers. */
public final class SyscallTable {
    private static final String FILE = "syscalls.txt";

    /** The columns of the file behind the name. */
    private static final List<Abi> COLUMNS = List.of(Abi.X86_64, Abi.I386, Abi.AARCH64, Abi.ARM);

    private final Map<String, Map<Abi, Integer>> numbers;

    private SyscallTable(Map<String, Map<Abi, Integer>> numbers) {
        this.numbers = numbers;
    }

    public static SyscallTable load() {
        var stream = Objects.requireNonNull(SyscallTable.class.getResourceAsStream(FILE), FILE);
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Map<String, Map<Abi, Integer>> numbers = new LinkedHashMap<>();
            reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(fields -> numbers.put(fields[0], numbers(fields)));
            return new SyscallTable(numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Abi, Integer> numbers(String[] fields) {
        Map<Abi, Integer> numbers = new EnumMap<>(Abi.class);
        for (int column = 0; column < COLUMNS.size(); column++) {
            String field = fields[column + 1];
            if (!field.equals("-")) {
                numbers.put(COLUMNS.get(column), Integer.valueOf(field));
            }
        }
        return numbers;
    }

    /** In the order of the alphabet. */
    public Set<String> names() {
        return numbers.keySet();
    }

    /** Empty where the architecture has no such call. */
    OptionalInt number(Abi abi, String name) {
        Integer number = numbers.getOrDefault(name, Map.of()).get(abi);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
