package dev.vsh.domain.lxctools;

/**
 * One line of a configuration.
 *
 * @param written the key as the file has it
 * @param key the key as LXC has called it since 3.0
 * @param value without the quotes around it; empty where the line takes something back
 */
record Setting(Place place, String written, String key, String value) {
    boolean isEmpty() {
        return value.isEmpty();
    }

    /** The same line with another value, for one that holds several. */
    Setting withValue(String part) {
        return new Setting(place, written, key, part);
    }
}
