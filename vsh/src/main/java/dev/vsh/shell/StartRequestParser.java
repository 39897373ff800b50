package dev.vsh.shell;

import dev.vsh.shell.console.EscapeCharacter;
import dev.vsh.shell.output.OutputFormat;
import dev.vsh.shell.output.ShellLog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the options before the command as getopt_long would; the first other word ends them. */
final class StartRequestParser {
    private final Deque<String> rest;
    private final Map<ProcessOption, String> values = new EnumMap<>(ProcessOption.class);
    private final List<String> warnings = new ArrayList<>();

    private StartRequestParser(List<String> arguments) {
        this.rest = new ArrayDeque<>(arguments);
    }

    /**
     * @throws UsageException about the first option that makes no sense
     */
    static StartRequest parse(List<String> arguments) {
        return new StartRequestParser(arguments).parse();
    }

    private StartRequest parse() {
        while (!rest.isEmpty() && rest.getFirst().startsWith("-") && rest.getFirst().length() > 1) {
            String word = rest.removeFirst();
            if (word.equals("--")) {
                break;
            } else if (word.startsWith("--")) {
                acceptLong(word);
            } else {
                acceptLetters(word);
            }
        }
        return request();
    }

    private void acceptLong(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
        Optional<String> value =
                equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
        ProcessOption option = ProcessOption.of(name).orElseThrow(() -> unsupported(word));
        if (option == ProcessOption.SHORT_VERSION && value.isPresent()) {
            values.put(version(value.get(), word), "");
        } else if (value.isPresent() && !option.takesValue()) {
            throw unsupported(word);
        } else {
            put(option, value);
        }
    }

    private static ProcessOption version(String type, String word) {
        return switch (type) {
            case "short" -> ProcessOption.SHORT_VERSION;
            case "long" -> ProcessOption.LONG_VERSION;
            default -> throw unsupported(word);
        };
    }

    private void acceptLetters(String word) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            ProcessOption option =
                    ProcessOption.of(letter).orElseThrow(() -> unsupported("-" + letter));
            if (option.takesValue() && i + 1 < word.length()) {
                put(option, Optional.of(word.substring(i + 1)));
                return;
            }
            put(option, Optional.empty());
        }
    }

    private void put(ProcessOption option, Optional<String> value) {
        if (!option.takesValue()) {
            values.put(option, "");
        } else if (value.isPresent()) {
            values.put(option, value.get());
        } else if (rest.isEmpty()) {
            throw new UsageException(
                    "option '-"
                            + option.letter()
                            + "'/'--"
                            + option.longName()
                            + "' requires an argument");
        } else {
            values.put(option, rest.removeFirst());
        }
    }

    private static UsageException unsupported(String option) {
        return new UsageException("unsupported option '" + option + "'. See --help.");
    }

    private StartRequest request() {
        if (values.containsKey(ProcessOption.HELP)) {
            return new StartRequest.ShowUsage();
        }
        boolean inFull = values.containsKey(ProcessOption.LONG_VERSION);
        if (inFull || values.containsKey(ProcessOption.SHORT_VERSION)) {
            return new StartRequest.ShowVersion(inFull);
        }
        // A container is never far away, so there is nothing to keep alive; the values are checked
        // and forgotten.
        requireCount(ProcessOption.KEEPALIVE_INTERVAL);
        requireCount(ProcessOption.KEEPALIVE_COUNT);
        return new StartRequest.Run(options());
    }

    private StartOptions options() {
        if (values.containsKey(ProcessOption.FILE) && !rest.isEmpty()) {
            throw new UsageException(
                    "option --file takes the place of the command '" + rest.getFirst() + "'");
        }
        Optional<ShellLog.Level> debug = debugLevel();
        return new StartOptions(
                value(ProcessOption.CONNECT),
                debug,
                escape(),
                value(ProcessOption.LOG),
                format(),
                values.containsKey(ProcessOption.QUIET),
                values.containsKey(ProcessOption.READONLY),
                values.containsKey(ProcessOption.TIMING),
                value(ProcessOption.FILE),
                List.copyOf(rest),
                warnings);
    }

    private OutputFormat format() {
        Optional<String> word = value(ProcessOption.OUTPUT);
        if (word.isEmpty()) {
            return OutputFormat.TABLE;
        }
        return OutputFormat.of(word.get())
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "option --output cannot be '%s', only %s"
                                                .formatted(
                                                        word.get(),
                                                        String.join(", ", OutputFormat.words()))));
    }

    private EscapeCharacter escape() {
        try {
            return value(ProcessOption.ESCAPE)
                    .map(EscapeCharacter::of)
                    .orElse(EscapeCharacter.DEFAULT);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Optional<ShellLog.Level> debugLevel() {
        Optional<Integer> number = number(ProcessOption.DEBUG);
        Optional<ShellLog.Level> level = number.flatMap(ShellLog.Level::ofNumber);
        if (number.isPresent() && level.isEmpty()) {
            warnings.add("ignoring debug level " + number.get() + " out of range [0-4]");
        }
        return level;
    }

    private void requireCount(ProcessOption option) {
        String letter = "-" + option.letter();
        value(option)
                .ifPresent(
                        text -> {
                            if (!text.matches("-?[0-9]{1,9}")) {
                                throw new UsageException("Invalid value for option " + letter);
                            }
                            if (text.startsWith("-")) {
                                throw new UsageException(
                                        "option "
                                                + letter
                                                + " requires a positive integer argument");
                            }
                        });
    }

    private Optional<Integer> number(ProcessOption option) {
        try {
            return value(option).map(Integer::valueOf);
        } catch (NumberFormatException _) {
            throw new UsageException("option -" + option.letter() + " takes a numeric argument");
        }
    }

    private Optional<String> value(ProcessOption option) {
        return Optional.ofNullable(values.get(option));
    }
}
