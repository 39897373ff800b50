package dev.vsh.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A whole program in lines, for golden files. */
final class ProgramText {
    private ProgramText() {}

    static String of(SetupProgram program) {
        return section("prepare", program.prepare())
                + "\n== clone\n"
                + program.cloneFlags().name()
                + "\n"
                + section("attach", program.attach())
                + section("container", program.container())
                + "\n== cgroups\n"
                + program.cgroups().stream().collect(Collectors.joining("\n", "", "\n"))
                + section("release", program.release())
                + "\n== descriptors\nconsoles "
                + program.consoles()
                + ", kept "
                + program.kept()
                + ", slots "
                + program.slots()
                + "\n";
    }

    private static String section(String title, List<Instruction> instructions) {
        StringBuilder text = new StringBuilder("\n== ").append(title).append('\n');
        String label = "";
        for (Instruction instruction : instructions) {
            if (!instruction.label().equals(label)) {
                label = instruction.label();
                text.append("# ").append(label).append('\n');
            }
            text.append(instruction).append('\n');
        }
        return text.toString();
    }
}
