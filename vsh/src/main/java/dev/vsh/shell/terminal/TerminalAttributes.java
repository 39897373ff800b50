package dev.vsh.shell.terminal;

import dev.vsh.linux.Termios;
import dev.vsh.linux.Termios.Word;

import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.ControlFlag;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A terminal's settings in JLine's words and the kernel's, {@code asm-generic/termbits.h}. What the tables do not name,
 * the speed for one, JLine does not see and cannot change.
 */
final class TerminalAttributes {
    private static final Map<InputFlag, Integer> INPUT =
            Map.ofEntries(
                    Map.entry(InputFlag.IGNBRK, 01),
                    Map.entry(InputFlag.BRKINT, 02),
                    Map.entry(InputFlag.IGNPAR, 04),
                    Map.entry(InputFlag.PARMRK, 010),
                    Map.entry(InputFlag.INPCK, 020),
                    Map.entry(InputFlag.ISTRIP, 040),
                    Map.entry(InputFlag.INLCR, 0100),
                    Map.entry(InputFlag.IGNCR, 0200),
                    Map.entry(InputFlag.ICRNL, 0400),
                    Map.entry(InputFlag.IXON, 02000),
                    Map.entry(InputFlag.IXANY, 04000),
                    Map.entry(InputFlag.IXOFF, 010000),
                    Map.entry(InputFlag.IMAXBEL, 020000),
                    Map.entry(InputFlag.IUTF8, 040000));

    private static final Map<OutputFlag, Integer> OUTPUT =
            Map.of(
                    OutputFlag.OPOST, 01,
                    OutputFlag.ONLCR, 04,
                    OutputFlag.OCRNL, 010,
                    OutputFlag.ONOCR, 020,
                    OutputFlag.ONLRET, 040);

    /** {@code CS8} is the mask of the size, and only ever set. */
    private static final Map<ControlFlag, Integer> CONTROL =
            Map.of(ControlFlag.CS8, 060, ControlFlag.PARENB, 0400);

    private static final Map<LocalFlag, Integer> LOCAL =
            Map.of(
                    LocalFlag.ISIG, 01,
                    LocalFlag.ICANON, 02,
                    LocalFlag.ECHO, 010,
                    LocalFlag.ECHOE, 020,
                    LocalFlag.ECHOK, 040,
                    LocalFlag.ECHONL, 0100,
                    LocalFlag.NOFLSH, 0200,
                    LocalFlag.ECHOCTL, 01000,
                    LocalFlag.ECHOKE, 04000,
                    LocalFlag.IEXTEN, 0100000);

    private static final Map<ControlChar, Integer> CHARACTERS =
            Map.ofEntries(
                    Map.entry(ControlChar.VINTR, 0),
                    Map.entry(ControlChar.VQUIT, 1),
                    Map.entry(ControlChar.VERASE, 2),
                    Map.entry(ControlChar.VKILL, 3),
                    Map.entry(ControlChar.VEOF, 4),
                    Map.entry(ControlChar.VTIME, 5),
                    Map.entry(ControlChar.VMIN, 6),
                    Map.entry(ControlChar.VSTART, 8),
                    Map.entry(ControlChar.VSTOP, 9),
                    Map.entry(ControlChar.VSUSP, 10),
                    Map.entry(ControlChar.VEOL, 11),
                    Map.entry(ControlChar.VREPRINT, 12),
                    Map.entry(ControlChar.VDISCARD, 13),
                    Map.entry(ControlChar.VWERASE, 14),
                    Map.entry(ControlChar.VLNEXT, 15),
                    Map.entry(ControlChar.VEOL2, 16));

    private TerminalAttributes() {}

    static Attributes of(Termios settings) {
        var attributes = new Attributes();
        attributes.setInputFlags(set(INPUT, InputFlag.class, settings.flags(Word.INPUT)));
        attributes.setOutputFlags(set(OUTPUT, OutputFlag.class, settings.flags(Word.OUTPUT)));
        attributes.setControlFlags(set(CONTROL, ControlFlag.class, settings.flags(Word.CONTROL)));
        attributes.setLocalFlags(set(LOCAL, LocalFlag.class, settings.flags(Word.LOCAL)));
        CHARACTERS.forEach(
                (name, index) -> attributes.setControlChar(name, settings.character(index)));
        return attributes;
    }

    /** What the terminal has now, with all that {@code attributes} say. */
    static Termios applied(Attributes attributes, Termios now) {
        Termios changed =
                now.withFlags(
                                Word.INPUT,
                                flags(INPUT, attributes.getInputFlags(), now.flags(Word.INPUT)))
                        .withFlags(
                                Word.OUTPUT,
                                flags(OUTPUT, attributes.getOutputFlags(), now.flags(Word.OUTPUT)))
                        .withFlags(
                                Word.CONTROL,
                                flags(
                                        CONTROL,
                                        attributes.getControlFlags(),
                                        now.flags(Word.CONTROL)))
                        .withFlags(
                                Word.LOCAL,
                                flags(LOCAL, attributes.getLocalFlags(), now.flags(Word.LOCAL)));
        for (Map.Entry<ControlChar, Integer> character : CHARACTERS.entrySet()) {
            int value = attributes.getControlChar(character.getKey());
            // -1: nobody said.
            if (value >= 0) {
                changed = changed.withCharacter(character.getValue(), value);
            }
        }
        return changed;
    }

    private static <F extends Enum<F>> EnumSet<F> set(
            Map<F, Integer> table, Class<F> type, int flags) {
        EnumSet<F> set = EnumSet.noneOf(type);
        table.forEach(
                (flag, bits) -> {
                    if ((flags & bits) == bits) {
                        set.add(flag);
                    }
                });
        return set;
    }

    /** Bits that say already what is wanted stay: those of a mask that is not full are a value of their own. */
    private static <F extends Enum<F>> int flags(Map<F, Integer> table, Set<F> wanted, int before) {
        int flags = before;
        for (Map.Entry<F, Integer> entry : table.entrySet()) {
            int bits = entry.getValue();
            boolean isSet = (before & bits) == bits;
            boolean isWanted = wanted.contains(entry.getKey());
            if (isSet != isWanted) {
                flags = isWanted ? flags | bits : flags & ~bits;
            }
        }
        return flags;
    }
}
