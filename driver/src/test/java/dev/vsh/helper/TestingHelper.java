package dev.vsh.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.helper.protocol.EndActions;
import dev.vsh.helper.protocol.ExitRecord;
import dev.vsh.helper.protocol.Frame;
import dev.vsh.helper.protocol.FrameDecoder;
import dev.vsh.helper.protocol.FrameType;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.plan.ProgramEncoder;
import dev.vsh.plan.SetupProgram;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A helper in a process of its own, as a driver starts it. */
final class TestingHelper implements AutoCloseable {
    private final Path folder;
    private final Process process;

    TestingHelper(Path folder) throws IOException {
        this.folder = folder;
        this.process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xint",
                                "-XX:+UseSerialGC",
                                "-Xms8m",
                                "-Xmx16m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.vsh.helper.Main")
                        .redirectError(folder.resolve("stderr").toFile())
                        .start();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    LaunchReport launch(SetupProgram program) throws IOException {
        return launch(program, 60_000, 0);
    }

    LaunchReport launch(SetupProgram program, int deadlineMillis, int faults) throws IOException {
        request(program, deadlineMillis, faults);
        try (DataInputStream in = new DataInputStream(process.getInputStream())) {
            return LaunchReport.readFrom(in);
        }
    }

    /** Gives it something to do and does not wait. */
    void request(SetupProgram program) throws IOException {
        request(program, 60_000, 0);
    }

    private void request(SetupProgram program, int deadlineMillis, int faults) throws IOException {
        try (DataOutputStream out = new DataOutputStream(process.getOutputStream())) {
            new LaunchRequest(
                            folder.resolve("stderr").toString(),
                            folder.toString(),
                            "socket",
                            "exit",
                            EndActions.NONE,
                            0,
                            deadlineMillis,
                            faults,
                            List.of(),
                            ProgramEncoder.encode(program))
                    .writeTo(out);
        }
    }

    /** Waits for what the child writes on the helper's stdout, which it still has. */
    void awaitOutput(String wanted) throws IOException {
        byte[] bytes = process.getInputStream().readNBytes(wanted.length());
        assertEquals(wanted, new String(bytes, StandardCharsets.UTF_8));
    }

    Connection connect() throws IOException {
        return new Connection(
                SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("socket"))));
    }

    /** Waits until the helper is done, and reads what it leaves. */
    Optional<ExitRecord> exitRecord() throws Exception {
        process.waitFor();
        Path file = folder.resolve("exit");
        return Files.exists(file) ? ExitRecord.parse(Files.readString(file)) : Optional.empty();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** A client of the helper's socket. */
    record Connection(SocketChannel socket, FrameDecoder decoder) implements AutoCloseable {
        Connection(SocketChannel socket) {
            this(socket, new FrameDecoder());
        }

        void send(Frame frame) throws IOException {
            socket.write(frame.encode());
        }

        void type(String text) throws IOException {
            send(
                    new Frame(
                            FrameType.INPUT,
                            ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
        }

        /** The next frame; empty when the helper has hung up. */
        Optional<Frame> next() throws IOException {
            Optional<Frame> frame = decoder.next();
            ByteBuffer bytes = ByteBuffer.allocate(4096);
            while (frame.isEmpty()) {
                if (socket.read(bytes.clear()) < 0) {
                    return Optional.empty();
                }
                decoder.feed(bytes.flip());
                frame = decoder.next();
            }
            return frame;
        }

        /** Reads the console until it has printed {@code wanted}, or has ended. */
        String readUntil(String wanted) throws IOException {
            StringBuilder text = new StringBuilder();
            while (text.indexOf(wanted) < 0) {
                Optional<Frame> frame = next();
                if (frame.isEmpty()) {
                    return text.toString();
                }
                text.append(StandardCharsets.UTF_8.decode(frame.get().payload()));
            }
            return text.toString();
        }

        String readAll() throws IOException {
            return readUntil("\0 nobody prints this \0");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
