package dev.vsh.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page that explains a start, held against the programs: the same labels, in the same order. */
final class StartRecipeTest {
    private static final Path PAGE = Path.of("../src/site/markdown/design/container-start.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** The page's headings and the sections of a program that they are about. */
    private static Map<String, List<Instruction>> sections(SetupProgram program) {
        Map<String, List<Instruction>> sections = new LinkedHashMap<>();
        sections.put("Prepare, on the host", program.prepare());
        sections.put("Attach, on the host", program.attach());
        sections.put("Set up, in the container", program.container());
        sections.put("Release, when it has ended", program.release());
        return sections;
    }

    /** One hierarchy each: a program repeats the steps for every one, and a page does not. */
    static Stream<SetupProgram> programs() {
        return PlanFixture.all().values().stream()
                .flatMap(
                        plan ->
                                plan.cgroup().hierarchies().stream()
                                        .map(
                                                each ->
                                                        PlanFixture.withCgroup(
                                                                plan,
                                                                new CgroupPlan(
                                                                        List.of(each),
                                                                        plan.cgroup().grants(),
                                                                        plan.cgroup().owner()))))
                .map(SetupCompiler::compile);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void pageHasEveryLabelInTheOrderOfTheProgram(SetupProgram program) throws IOException {
        String page = Files.readString(PAGE);
        sections(program)
                .forEach(
                        (heading, instructions) -> {
                            assertEquals(
                                    Optional.empty(),
                                    misplaced(instructions, steps(page, heading)),
                                    heading);
                        });
    }

    /**
     * The first label that the page does not have behind those that come before it in the program. What was there before,
     * with other operands, may come again.
     */
    private static Optional<String> misplaced(List<Instruction> instructions, List<String> steps) {
        Set<String> seen = new HashSet<>();
        int reached = 0;
        for (Instruction instruction : instructions) {
            String label = instruction.label();
            if (seen.stream().anyMatch(step -> isOf(label, step))) {
                continue;
            }
            while (reached < steps.size() && !isOf(label, steps.get(reached))) {
                reached++;
            }
            if (reached == steps.size()) {
                return Optional.of(label);
            }
            seen.add(steps.get(reached));
        }
        return Optional.empty();
    }

    /** Parts that vary stand on the page as … or, where they are a number, as N. */
    private static boolean isOf(String label, String step) {
        String pattern =
                Pattern.quote(step)
                        .replace("…", "\\E.+\\Q")
                        .replaceAll("\\bN\\b", "\\\\E[0-9]+\\\\Q");
        return label.matches(pattern);
    }

    private static List<String> steps(String page, String heading) {
        List<String> steps = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(section(page, heading));
        while (matcher.find()) {
            steps.add(matcher.group(1).replaceAll("\\s+", " "));
        }
        return steps;
    }

    private static String section(String page, String heading) {
        Matcher matcher = HEADING.matcher(page);
        while (matcher.find()) {
            if (matcher.group(1).equals(heading)) {
                int start = matcher.end();
                return page.substring(start, matcher.find() ? matcher.start() : page.length());
            }
        }
        throw new AssertionError(PAGE + " has no heading '" + heading + "'");
    }
}
