package dev.vsh.linux;

import java.util.List;

/**
 * A line of {@code /proc/PID/mountinfo}; proc(5).
 *
 * @param id which no other mount of the machine has
 * @param parent id of the mount that it is on
 * @param device {@code major:minor} of the filesystem
 * @param root the part of the filesystem that is seen
 * @param mountPoint where it is, as the process sees it
 * @param type of the filesystem
 * @param source a device, or what the filesystem calls itself
 * @param superOptions of the filesystem as a whole
 */
public record MountInfo(
        long id,
        long parent,
        String device,
        String root,
        String mountPoint,
        String type,
        String source,
        List<String> superOptions) {
    private static final int DEVICE_FIELD = 2;
    private static final int ROOT_FIELD = 3;
    private static final int MOUNT_POINT_FIELD = 4;

    public MountInfo {
        superOptions = List.copyOf(superOptions);
    }

    public static List<MountInfo> parse(List<String> lines) {
        return lines.stream().map(MountInfo::parse).toList();
    }

    /** A hyphen ends the optional fields, of which there are any number. */
    private static MountInfo parse(String line) {
        String[] halves = line.split(" - ", 2);
        String[] filesystem = halves[halves.length - 1].split(" ");
        String[] place = halves[0].split(" ");
        return new MountInfo(
                Long.parseLong(place[0]),
                Long.parseLong(place[1]),
                place[DEVICE_FIELD],
                unescape(place[ROOT_FIELD]),
                unescape(place[MOUNT_POINT_FIELD]),
                filesystem[0],
                filesystem.length > 2 ? unescape(filesystem[1]) : "",
                List.of(filesystem[filesystem.length - 1].split(",")));
    }

    /** Space, tab, newline and backslash stand in octal. */
    private static String unescape(String path) {
        return path.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
