package dev.vsh.helper.view;

import java.util.List;

/** {@code /proc/cpuinfo}: the host's paragraphs of the container's processors, numbered from 0. */
record CpuinfoView(Figures figures) implements View {
    private static final String PROCESSOR = "processor";

    @Override
    public String text() {
        List<Integer> processors = figures.processors();
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (String paragraph : figures.host("proc/cpuinfo").split("\n\n", -1)) {
            int number = number(paragraph);
            if (number < 0) {
                // What is about the machine as a whole; only some architectures have it.
                append(text, paragraph);
            } else if (processors.contains(number)) {
                append(text, PROCESSOR + "\t: " + next++ + paragraph.substring(lineEnd(paragraph)));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String paragraph) {
        if (!paragraph.isBlank()) {
            text.append(paragraph).append("\n\n");
        }
    }

    private static int number(String paragraph) {
        if (!paragraph.startsWith(PROCESSOR)) {
            return -1;
        }
        String line = paragraph.substring(0, lineEnd(paragraph));
        return Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
    }

    private static int lineEnd(String paragraph) {
        int end = paragraph.indexOf('\n');
        return end < 0 ? paragraph.length() : end;
    }
}
