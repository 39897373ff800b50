package dev.vsh.helper.view;

/** Numbers with two decimals, without the formatter and the locales that it would load into the helper. */
final class Hundredths {
    private Hundredths() {}

    static String text(long hundredths) {
        long rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
