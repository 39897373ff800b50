package dev.vsh.helper.protocol;

import dev.vsh.plan.ProgramImage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A command to run in the container.
 *
 * @param terminal whether it gets a terminal of its own instead of three pipes
 * @param deadlineMillis how long one step of the child may take before it counts as stuck
 */
public record ExecOrder(boolean terminal, int deadlineMillis, ProgramImage program) {
    /** No command with its environment is as large as that; a helper has little memory. */
    public static final int MAX_BYTES = 3 * 1024 * 1024;

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(terminal);
            out.writeInt(deadlineMillis);
            program.writeTo(out);
        } catch (IOException e) {
            throw new IllegalArgumentException("an order that cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IllegalArgumentException when the bytes are no order
     */
    public static ExecOrder of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new ExecOrder(in.readBoolean(), in.readInt(), ProgramImage.readFrom(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("an order that cannot be read", e);
        }
    }
}
