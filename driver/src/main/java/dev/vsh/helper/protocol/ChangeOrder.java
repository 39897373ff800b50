package dev.vsh.helper.protocol;

import dev.vsh.plan.ProgramImage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A change to a device of the running container.
 *
 * @param device what the helper is to know it by, when it is to be detached again
 * @param program its {@code attach} section makes the change, its {@code release} section undoes it
 * @param next what makes the container as it is after the change, for reboots
 */
public record ChangeOrder(Action action, String device, ProgramImage program, ProgramImage next) {
    /** What becomes of the device, and so of the program's {@code release} section. */
    public enum Action {
        /** It is there until it is detached or the container ends: then it is released. */
        ATTACH,
        /** It is another one: nothing is to be released. */
        UPDATE,
        /** It is gone: what attached it is released, and forgotten. */
        DETACH
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(action.ordinal());
            out.writeUTF(device);
            program.writeTo(out);
            next.writeTo(out);
        } catch (IOException e) {
            throw new IllegalArgumentException("an order that cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IllegalArgumentException when the bytes are no order
     */
    public static ChangeOrder of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int action = in.readUnsignedByte();
            if (action >= Action.values().length) {
                throw new IllegalArgumentException("unknown change " + action);
            }
            return new ChangeOrder(
                    Action.values()[action],
                    in.readUTF(),
                    ProgramImage.readFrom(in),
                    ProgramImage.readFrom(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("an order that cannot be read", e);
        }
    }
}
