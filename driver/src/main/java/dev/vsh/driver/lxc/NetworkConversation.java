package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.CloneFlags;
import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Errno;
import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.netlink.Answer;
import dev.vsh.netlink.MessageReader;
import dev.vsh.netlink.Request;
import dev.vsh.netlink.Told;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Questions and requests to the kernel about the network that some process is in. */
final class NetworkConversation implements AutoCloseable {
    /** What the kernel fills at most at a time; netlink(7). */
    private static final int BUFFER = 32 * 1024;

    private final Syscalls syscalls;
    private final Fd socket;

    private NetworkConversation(Syscalls syscalls, Fd socket) {
        this.syscalls = syscalls;
        this.socket = socket;
    }

    /**
     * @throws DriverException SYSTEM_ERROR when the process is gone, or its network not ours to look at
     */
    static NetworkConversation in(Syscalls syscalls, long pid) {
        // Namespaces belong to threads: this one goes there and ends there. The socket stays in the
        // network that it was opened in.
        FutureTask<Fd> visit = new FutureTask<>(() -> visit(syscalls, pid));
        Thread.ofPlatform().name("network of process " + pid).start(visit);
        try {
            return new NetworkConversation(syscalls, visit.get());
        } catch (ExecutionException e) {
            String why = Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse("");
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot look at the network of process " + pid + ": " + why,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriverException(ErrorCode.OPERATION_FAILED, "interrupted", e);
        }
    }

    private static Fd visit(Syscalls syscalls, long pid) {
        String path = "/proc/" + pid + "/ns/net";
        try (Fd network = syscalls.open(path, OpenFlags.O_RDONLY)) {
            require(
                    syscalls.attempt(
                            SystemCall.SETNS, network.number(), CloneFlags.CLONE_NEWNET.value()),
                    SystemCall.SETNS,
                    path);
        }
        return syscalls.adopt(
                require(
                        syscalls.attempt(
                                SystemCall.SOCKET,
                                DeviceFlags.AF_NETLINK.value(),
                                DeviceFlags.SOCK_RAW.value() | DeviceFlags.SOCK_CLOEXEC.value(),
                                DeviceFlags.NETLINK_ROUTE.value()),
                        SystemCall.SOCKET,
                        "NETLINK_ROUTE"));
    }

    private static long require(long result, SystemCall call, String operand) {
        if (result < 0) {
            throw new SyscallException(call, Errno.of((int) -result), operand);
        }
        return result;
    }

    /** Everything that a request for all there is brings. */
    List<Told> list(Request request) {
        send(request);
        NativeMemory buffer = new NativeMemory(BUFFER);
        List<Told> all = new ArrayList<>();
        while (all.isEmpty() || !(all.getLast() instanceof Told.End)) {
            byte[] bytes = new byte[receive(buffer)];
            buffer.get(0, bytes, 0, bytes.length);
            all.addAll(MessageReader.read(bytes));
        }
        return all;
    }

    /**
     * @return the index that was asked for, or 0
     * @throws SyscallException with what the kernel answered
     */
    int ask(Request request) {
        send(request);
        NativeMemory buffer = new NativeMemory(BUFFER);
        receive(buffer);
        int result =
                Answer.result(
                        buffer.getShort(Answer.TYPE),
                        buffer.getInt(Answer.ERROR),
                        buffer.getInt(Answer.INDEX));
        return (int) require(result, SystemCall.RECVFROM, request.text());
    }

    private void send(Request request) {
        NativeMemory message = NativeMemory.ofBytes(request.bytes());
        try {
            int sent = syscalls.send(socket.number(), message, message.size());
            require(sent, SystemCall.SENDTO, request.text());
        } finally {
            Reference.reachabilityFence(message);
        }
    }

    private int receive(NativeMemory buffer) {
        int received = syscalls.receive(socket.number(), buffer, BUFFER);
        return (int) require(received, SystemCall.RECVFROM, "rtnetlink");
    }

    @Override
    public void close() {
        socket.close();
    }
}
