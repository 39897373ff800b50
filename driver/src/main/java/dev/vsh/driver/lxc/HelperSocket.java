package dev.vsh.driver.lxc;

import dev.vsh.driver.lxc.store.RunStore;
import dev.vsh.helper.protocol.ChangeOrder;
import dev.vsh.helper.protocol.Frame;
import dev.vsh.helper.protocol.FrameDecoder;
import dev.vsh.helper.protocol.FrameType;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.linux.Fd;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.OptionalLong;

/** The way to a helper that is at work. */
final class HelperSocket {
    private static final int STATUS_MILLIS = 2000;

    private final Syscalls syscalls;
    private final RunStore run;

    HelperSocket(Syscalls syscalls, RunStore run) {
        this.syscalls = syscalls;
        this.run = run;
    }

    /**
     * @throws IOException when there is no socket, or nobody behind it
     */
    SocketChannel connect(long helperPid) throws IOException {
        // By way of a descriptor, because the path of a socket may have no more than 107 bytes.
        try (Fd folder = syscalls.open(run.folder().toString(), OpenFlags.O_PATH)) {
            return SocketChannel.open(
                    UnixDomainSocketAddress.of(
                            "/proc/self/fd/"
                                    + folder.number()
                                    + "/"
                                    + RunStore.socketName(helperPid)));
        } catch (SyscallException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The init's process id, empty while there is none or when the helper does not say. */
    OptionalLong initPid(long helperPid) {
        return ask(helperPid, Frame.of(FrameType.STATUS));
    }

    /**
     * Sends what is answered by the init's process id.
     *
     * @return empty when the helper did not answer
     */
    OptionalLong ask(long helperPid, Frame question) {
        try (SocketChannel socket = connect(helperPid);
                Selector selector = Selector.open()) {
            socket.write(question.encode());
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_READ);
            return answer(socket, selector);
        } catch (IOException _) {
            // Still starting, or just ending: either way there is no init to speak of.
            return OptionalLong.empty();
        }
    }

    /**
     * Has the container changed.
     *
     * @return empty when the helper has gone
     */
    Optional<LaunchReport> order(long helperPid, ChangeOrder order) {
        try (SocketChannel socket = connect(helperPid)) {
            for (Frame frame : Frame.change(order)) {
                ByteBuffer bytes = frame.encode();
                while (bytes.hasRemaining()) {
                    socket.write(bytes);
                }
            }
            FrameDecoder decoder = new FrameDecoder();
            ByteBuffer bytes = ByteBuffer.allocate(1024);
            while (socket.read(bytes.clear()) >= 0) {
                decoder.feed(bytes.flip());
                Optional<Frame> frame = decoder.next();
                if (frame.isPresent()) {
                    return frame.map(Frame::report);
                }
            }
            return Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static OptionalLong answer(SocketChannel socket, Selector selector) throws IOException {
        FrameDecoder decoder = new FrameDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(64);
        while (selector.select(STATUS_MILLIS) > 0) {
            selector.selectedKeys().clear();
            if (socket.read(bytes.clear()) < 0) {
                return OptionalLong.empty();
            }
            decoder.feed(bytes.flip());
            Optional<Frame> frame = decoder.next();
            if (frame.isPresent() && frame.get().type() == FrameType.RUNNING) {
                return OptionalLong.of(frame.get().payload().getLong());
            }
        }
        return OptionalLong.empty();
    }
}
