package dev.vsh.shell.virsh;

/** A command of virsh. */
public sealed interface VirshCommand {
    String name();

    /**
     * One that is here too.
     *
     * @param difference from virsh's; empty where there is none
     */
    record Here(String name, String difference) implements VirshCommand {}

    /** One that could mean something for a container, but is not here. */
    record Refused(String name, String summary, String reason) implements VirshCommand {}

    /** One that means nothing for a container. */
    record Foreign(String name, String summary, String reason) implements VirshCommand {}

    /**
     * Reads {@code here NAME | DIFFERENCE} or {@code refused NAME | SUMMARY | REASON}.
     *
     * @throws IllegalArgumentException when a part is missing
     */
    static VirshCommand parse(String line) {
        String[] parts = line.split(" \\| ", -1);
        String[] words = parts[0].split(" ", -1);
        boolean here = words[0].equals("here");
        if (words.length != 2 || (here ? parts.length > 2 : parts.length != 3)) {
            throw new IllegalArgumentException("'" + line + "' is no command of virsh's");
        }
        return switch (words[0]) {
            case "here" -> new Here(words[1], parts.length == 1 ? "" : parts[1]);
            case "refused" -> new Refused(words[1], parts[1], parts[2]);
            case "foreign" -> new Foreign(words[1], parts[1], parts[2]);
            default -> throw new IllegalArgumentException("'" + words[0] + "' is no standing");
        };
    }
}
