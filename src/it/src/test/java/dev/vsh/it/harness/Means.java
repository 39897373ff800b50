package dev.vsh.it.harness;

import java.util.Map;
import java.util.stream.Collectors;

/** What this machine has; {@code src/it/means} is the one place that knows how to find out. */
record Means(Map<String, Boolean> answers) {
    static Means ofThisMachine() {
        String text = HostCommand.run(Checkout.folder().resolve("src/it/means").toString());
        return new Means(
                text.lines()
                        .map(line -> line.split(" "))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].equals("yes"))));
    }

    boolean has(Need need) {
        return answers.getOrDefault(need.name(), false);
    }
}
