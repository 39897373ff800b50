package dev.vsh.shell.verb;

import dev.vsh.domain.NumberSet;
import dev.vsh.shell.output.Datum;

import java.util.List;
import java.util.stream.Collectors;

/** Which processors, as virsh writes it. */
final class ProcessorMap {
    private ProcessorMap() {}

    /** {@code yy-y} of four. */
    static String letters(List<Integer> chosen, int all) {
        StringBuilder letters = new StringBuilder();
        for (int id = 0; id < all; id++) {
            letters.append(chosen.contains(id) ? 'y' : '-');
        }
        return letters.toString();
    }

    /** {@code 0-1,3}. */
    static String pretty(List<Integer> chosen) {
        String list = chosen.stream().map(String::valueOf).collect(Collectors.joining(","));
        return NumberSet.ofKernel(list).toString();
    }

    static Datum data(List<Integer> chosen) {
        return new Datum.Items(chosen.stream().map(Datum::of).toList());
    }
}
