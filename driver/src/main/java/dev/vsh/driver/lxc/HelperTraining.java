package dev.vsh.driver.lxc;

import dev.vsh.driver.lxc.store.Folders;
import dev.vsh.driver.lxc.store.RunStore;
import dev.vsh.helper.protocol.EndActions;
import dev.vsh.helper.protocol.Frame;
import dev.vsh.helper.protocol.FrameType;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.linux.Syscalls;
import dev.vsh.plan.ProgramEncoder;
import dev.vsh.plan.RehearsalProgram;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the AOT cache of helpers (decision 0004): lets one live through a start, a client of its console and the end of
 * its init, without a container and so without root.
 */
public final class HelperTraining {
    private static final int DEADLINE_MILLIS = 10_000;

    private final RunStore run;
    private final Path log;
    private final Path group;

    private HelperTraining(Path work) {
        Folders folders = Folders.below(work);
        this.run = new RunStore(folders);
        this.log = work.resolve("helper-stderr");
        this.group = work.resolve("group");
    }

    /**
     * @param arguments the cache to write, and an existing folder for whatever else comes into being
     */
    public static void main(String[] arguments) throws IOException {
        new HelperTraining(Path.of(arguments[1])).run(Path.of(arguments[0]));
    }

    private void run(Path cache) throws IOException {
        Files.createDirectories(run.folder());
        Files.createDirectories(group.resolve("below"));
        HelperProcess helper = HelperProcess.spawn(HelperCommand.training(cache), log);
        LaunchReport report = helper.launch(request(helper.pid()));
        if (report instanceof LaunchReport.Started) {
            useConsole(helper.pid());
        } else {
            System.err.println(report);
        }
        helper.awaitEnd();
        System.err.print(Files.readString(log));
    }

    private LaunchRequest request(long helperPid) {
        return new LaunchRequest(
                log.toString(),
                run.folder().toString(),
                RunStore.socketName(helperPid),
                run.exitName("training"),
                EndActions.NONE,
                0,
                DEADLINE_MILLIS,
                0,
                List.of(),
                ProgramEncoder.encode(
                        RehearsalProgram.of(
                                "read line; echo \"$line\"", List.of(group.toString()))));
    }

    private void useConsole(long helperPid) throws IOException {
        HelperSocket helper = new HelperSocket(new Syscalls(), run);
        helper.initPid(helperPid);
        try (SocketChannel socket = helper.connect(helperPid)) {
            socket.write(Frame.attach(0, false).encode());
            socket.write(Frame.resize(80, 24).encode());
            socket.write(new Frame(FrameType.INPUT, line()).encode());
            ByteBuffer output = ByteBuffer.allocate(1024);
            while (socket.read(output.clear()) >= 0) {
                // Until the helper hangs up, because its init has ended.
            }
        }
    }

    private static ByteBuffer line() {
        return ByteBuffer.wrap("that is all\n".getBytes(StandardCharsets.UTF_8));
    }
}
