package dev.vsh.plan;

import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One system call. An instruction that needs the result of one whose error was tolerated is passed over,
 * which takes the place of branches.
 *
 * @param label why, in a few words; several instructions in a row may share one
 * @param arguments at most six
 * @param result where the return value goes
 * @param tolerated errors that do not end the program; at most {@value #MAX_TOLERATED}
 * @param advice for errors whose name alone does not tell people what is wrong: what is, and what they can do
 */
public record Instruction(
        String label,
        SystemCall call,
        List<Argument> arguments,
        Optional<Slot> result,
        Set<Errno> tolerated,
        Map<Errno, String> advice) {
    static final int MAX_ARGUMENTS = 6;
    static final int MAX_TOLERATED = 3;

    public Instruction {
        arguments = List.copyOf(arguments);
        tolerated = Set.copyOf(tolerated);
        advice = Map.copyOf(advice);
        if (arguments.size() > MAX_ARGUMENTS || tolerated.size() > MAX_TOLERATED) {
            throw new IllegalArgumentException("too many arguments or tolerated errors: " + label);
        }
    }

    public Instruction(
            String label,
            SystemCall call,
            List<Argument> arguments,
            Optional<Slot> result,
            Set<Errno> tolerated) {
        this(label, call, arguments, result, tolerated, Map.of());
    }

    /** The call with its arguments, as strace prints it. */
    public String callText() {
        return call.callName()
                + arguments.stream()
                        .map(Argument::toString)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The call, where its result goes and what it may fail with. */
    @Override
    public String toString() {
        return callText()
                + result.map(slot -> " = " + slot).orElse("")
                + (tolerated.isEmpty()
                        ? ""
                        : tolerated.stream()
                                .map(Errno::name)
                                .sorted()
                                .collect(Collectors.joining(", ", "  [or ", "]")));
    }
}
