package dev.vsh.helper.protocol;

import dev.vsh.plan.ProgramImage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a helper is asked to do in its life.
 *
 * @param log where stderr goes from now on, appended
 * @param runFolder where the socket and the exit record go
 * @param socketName name of the socket in that folder
 * @param exitName name of the exit record in that folder
 * @param endActions after which ends the container starts again
 * @param lingerMillis how long an ended container waits for somebody to attach, if nobody has
 * @param deadlineMillis how long one step of the child may take before it counts as stuck
 * @param faults number of children that are made to hang, for tests of the watchdog; 0 otherwise
 */
public record LaunchRequest(
        String log,
        String runFolder,
        String socketName,
        String exitName,
        EndActions endActions,
        int lingerMillis,
        int deadlineMillis,
        int faults,
        ProgramImage program) {
    public void writeTo(DataOutput out) throws IOException {
        out.writeUTF(log);
        out.writeUTF(runFolder);
        out.writeUTF(socketName);
        out.writeUTF(exitName);
        endActions.writeTo(out);
        out.writeInt(lingerMillis);
        out.writeInt(deadlineMillis);
        out.writeInt(faults);
        program.writeTo(out);
    }

    /** The same request for another program. */
    public LaunchRequest withProgram(ProgramImage other) {
        return new LaunchRequest(
                log,
                runFolder,
                socketName,
                exitName,
                endActions,
                lingerMillis,
                deadlineMillis,
                faults,
                other);
    }

    public static LaunchRequest readFrom(DataInput in) throws IOException {
        return new LaunchRequest(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                EndActions.readFrom(in),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                ProgramImage.readFrom(in));
    }
}
