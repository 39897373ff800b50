package dev.vsh.helper.protocol;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * What follows the end of an init.
 *
 * @param restarted the kinds of end after which the container starts again; with the others it is over
 */
public record EndActions(Set<InitEnding> restarted) {
    /** Whatever the end, it is one. */
    public static final EndActions NONE = new EndActions(Set.of());

    public EndActions {
        restarted = Set.copyOf(restarted);
    }

    public boolean restartsAfter(InitEnding ending) {
        return restarted.contains(ending);
    }

    /** A bit for each kind of end, the first one's lowest. */
    int bits() {
        return restarted.stream().mapToInt(ending -> 1 << ending.ordinal()).sum();
    }

    static EndActions ofBits(int bits) {
        EnumSet<InitEnding> restarted = EnumSet.allOf(InitEnding.class);
        restarted.removeIf(ending -> (bits >> ending.ordinal() & 1) == 0);
        return new EndActions(restarted);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeByte(bits());
    }

    static EndActions readFrom(DataInput in) throws IOException {
        return ofBits(in.readByte());
    }
}
