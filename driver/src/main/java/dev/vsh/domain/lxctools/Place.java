package dev.vsh.domain.lxctools;

/**
 * Where something stands.
 *
 * @param line from 1; 0 for the file as a whole
 */
record Place(String file, int line) {
    static Place whole(String file) {
        return new Place(file, 0);
    }

    /** {@code FILE:LINE}. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
