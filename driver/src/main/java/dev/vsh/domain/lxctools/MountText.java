package dev.vsh.domain.lxctools;

import java.util.regex.Pattern;

/** How {@code fstab(5)} writes what would separate fields: in octal digits behind a backslash. */
final class MountText {
    private static final Pattern CODE = Pattern.compile("\\\\(040|011|012|134|043)");

    private MountText() {}

    static String decode(String field) {
        return CODE.matcher(field)
                .replaceAll(
                        code -> {
                            char character = (char) Integer.parseInt(code.group(1), 8);
                            return character == '\\' ? "\\\\" : String.valueOf(character);
                        });
    }

    static String encode(String path) {
        return path.replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011");
    }
}
