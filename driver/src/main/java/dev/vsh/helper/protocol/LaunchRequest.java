package dev.vsh.helper.protocol;

import dev.vsh.plan.ProgramImage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
 * @param lastWish a command to be run when all is over, and not waited for; may be empty
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
        List<String> lastWish,
        ProgramImage program) {
    public LaunchRequest {
        lastWish = List.copyOf(lastWish);
    }

    public void writeTo(DataOutput out) throws IOException {
        out.writeUTF(log);
        out.writeUTF(runFolder);
        out.writeUTF(socketName);
        out.writeUTF(exitName);
        endActions.writeTo(out);
        out.writeInt(lingerMillis);
        out.writeInt(deadlineMillis);
        out.writeInt(faults);
        out.writeInt(lastWish.size());
        for (String word : lastWish) {
            out.writeUTF(word);
        }
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
                lastWish,
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
                readWords(in),
                ProgramImage.readFrom(in));
    }

    private static List<String> readWords(DataInput in) throws IOException {
        List<String> words = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.add(in.readUTF());
        }
        return words;
    }
}
