package dev.vsh.helper.view;

/**
 * A text whose length seldom changes: spaces before its last newline fill it up to a whole number of units. sendfile(2)
 * gets no more of a file than its size was when somebody last looked at that, and busybox's cat copies by sendfile.
 */
record Padded(View view, int unit) implements View {
    @Override
    public String text() {
        String text = view.text();
        int missing = Math.floorMod(-text.length(), unit);
        return text.substring(0, text.length() - 1) + " ".repeat(missing) + "\n";
    }
}
