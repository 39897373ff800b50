package dev.vsh.helper.protocol;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How a launch went. */
public sealed interface LaunchReport {
    /** The init runs. */
    record Started(long initPid) implements LaunchReport {}

    /**
     * A system call failed and everything was undone.
     *
     * @param instruction index in the section
     */
    record StepFailed(ProgramSection section, int instruction, int errno) implements LaunchReport {}

    /**
     * The child got no further, and neither did those that were cloned in its place.
     *
     * @param instruction index in the container section of the one that it was at
     */
    record ChildStuck(int instruction) implements LaunchReport {}

    /**
     * The child was killed before it became the init.
     *
     * @param instruction index in the container section of the last one that it began
     */
    record ChildDied(int instruction, int waitStatus) implements LaunchReport {}

    /** The helper itself could not go on. */
    record Broken(String reason) implements LaunchReport {}

    default void writeTo(DataOutput out) throws IOException {
        switch (this) {
            case Started(long initPid) -> {
                out.writeByte(0);
                out.writeLong(initPid);
            }
            case StepFailed(ProgramSection section, int instruction, int errno) -> {
                out.writeByte(1);
                out.writeByte(section.ordinal());
                out.writeInt(instruction);
                out.writeInt(errno);
            }
            case ChildStuck(int instruction) -> {
                out.writeByte(2);
                out.writeInt(instruction);
            }
            case ChildDied(int instruction, int waitStatus) -> {
                out.writeByte(3);
                out.writeInt(instruction);
                out.writeInt(waitStatus);
            }
            case Broken(String reason) -> {
                out.writeByte(4);
                out.writeUTF(reason);
            }
        }
    }

    static LaunchReport readFrom(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case 0 -> new Started(in.readLong());
            case 1 ->
                    new StepFailed(
                            ProgramSection.values()[in.readByte()], in.readInt(), in.readInt());
            case 2 -> new ChildStuck(in.readInt());
            case 3 -> new ChildDied(in.readInt(), in.readInt());
            case 4 -> new Broken(in.readUTF());
            default -> throw new IOException("unknown launch report " + kind);
        };
    }
}
