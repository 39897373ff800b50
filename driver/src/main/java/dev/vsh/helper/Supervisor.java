package dev.vsh.helper;

import dev.vsh.helper.protocol.ChangeOrder;
import dev.vsh.helper.protocol.Frame;
import dev.vsh.helper.protocol.FrameType;
import dev.vsh.helper.view.FuseServer;
import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.PollSet;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.WaitStatus;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The helper's life beside a running container: one loop over its consoles, its clients and its init's end. */
final class Supervisor {
    private static final int SCRATCH = 64 * 1024;
    private static final int FOREVER = -1;

    /** poll(2) passes over a negative descriptor. */
    private static final int NO_INIT = -1;

    private static final int LINGER_POLL_MILLIS = 50;

    /** A client that takes nothing for so long misses what comes next, so that it cannot hold up the container. */
    private static final long STALL_NANOS = 2_000_000_000L;

    /** A program that leaks connections must not use up the helper's memory and descriptors. */
    private static final int MOST_CLIENTS = 256;

    private static final int STALL_CHECK_MILLIS = 250;

    private final Syscalls syscalls;
    private final long initPid;
    private final Fd listener;
    private final List<Console> consoles;
    private final Optional<FuseServer> views;
    private final Orders orders;
    private final Execs execs;
    private final Changes changes;
    private final List<Client> clients = new ArrayList<>();
    private final NativeMemory scratch = new NativeMemory(SCRATCH);
    private final PollSet poll = new PollSet();
    private boolean attachedOnce;

    Supervisor(
            Syscalls syscalls,
            long initPid,
            Fd listener,
            List<Console> consoles,
            Optional<FuseServer> views,
            Orders orders,
            Execs execs,
            Changes changes) {
        this.syscalls = syscalls;
        this.initPid = initPid;
        this.listener = listener;
        this.consoles = consoles;
        this.views = views;
        this.orders = orders;
        this.execs = execs;
        this.changes = changes;
    }

    /** Returns when the init has ended; the clients, and what it printed last, are still to be seen to. */
    WaitStatus superviseUntilEnd() {
        try (Fd init = syscalls.openProcess(initPid)) {
            boolean ended = false;
            while (!ended) {
                ended = round(init.number(), FOREVER);
            }
        }
        return syscalls.waitFor(initPid);
    }

    /**
     * Serves on for a while if nobody has attached yet: whoever starts a container to look at its console must not miss
     * one that is over in no time.
     */
    void awaitFirstClient(int lingerMillis) {
        long deadline = System.nanoTime() + lingerMillis * 1_000_000L;
        while (!attachedOnce && System.nanoTime() < deadline) {
            round(NO_INIT, LINGER_POLL_MILLIS);
        }
    }

    /** One poll and what follows from it; true when the init has ended. */
    private boolean round(int init, int idleMillis) {
        poll.clear();
        int initEntry = poll.add(init, PollSet.POLLIN);
        int listenerEntry = poll.add(listener.number(), PollSet.POLLIN);
        Optional<FuseServer> served = views.filter(server -> !server.hasEnded());
        served.ifPresent(server -> poll.add(server.device(), PollSet.POLLIN));
        int firstConsole = addConsoles();
        int firstClient = addClients();
        execs.addTo(poll);
        List<Client> polled = List.copyOf(clients);
        syscalls.poll(poll, timeout(idleMillis));
        served.ifPresent(FuseServer::serve);
        execs.serve(poll, scratch);
        serveConsoles(firstConsole);
        serveClients(polled, firstClient);
        offerEnds();
        if (poll.events(listenerEntry) != 0) {
            syscalls.accept(listener).ifPresent(this::welcome);
        }
        passOverStalledClients();
        dropDoneClients(_ -> false);
        return poll.events(initEntry) != 0;
    }

    private int addConsoles() {
        int first = poll.next();
        for (int i = 0; i < consoles.size(); i++) {
            Console console = consoles.get(i);
            boolean wanted = !someClientIsFull(i);
            // A negative fd is passed over by poll(2); the entry keeps its place.
            int fd = wanted || console.hasInput() ? console.master() : ~console.master();
            int events = (wanted ? PollSet.POLLIN : 0) | (console.hasInput() ? PollSet.POLLOUT : 0);
            poll.add(fd, events);
        }
        return first;
    }

    private int addClients() {
        int first = poll.next();
        for (Client client : clients) {
            boolean reading =
                    !client.isEnding()
                            && !client.isFull()
                            && (client.console() < 0 || !consoles.get(client.console()).isFull())
                            && execs.of(client).filter(Streams::isFull).isEmpty();
            poll.add(
                    client.fd(),
                    (reading ? PollSet.POLLIN : 0) | (client.hasOutput() ? PollSet.POLLOUT : 0));
        }
        return first;
    }

    private boolean someClientIsFull(int console) {
        return clients.stream()
                .anyMatch(
                        client ->
                                client.console() == console
                                        && client.isFull()
                                        && !client.isSkipping());
    }

    private int timeout(int idleMillis) {
        int usual = clients.stream().anyMatch(Client::hasOutput) ? STALL_CHECK_MILLIS : idleMillis;
        return endsOfInput()
                .mapToInt(EndOfInput::millisToWait)
                .map(millis -> usual < 0 ? millis : Math.min(millis, usual))
                .min()
                .orElse(usual);
    }

    private Stream<EndOfInput> endsOfInput() {
        return clients.stream().flatMap(client -> client.endOfInput().stream());
    }

    private void offerEnds() {
        for (Client client : clients) {
            client.endOfInput()
                    .ifPresent(
                            end ->
                                    console(client)
                                            .ifPresent(to -> end.offer(to, initPid, scratch)));
        }
    }

    private void serveConsoles(int firstEntry) {
        for (int i = 0; i < consoles.size(); i++) {
            Console console = consoles.get(i);
            int events = poll.events(firstEntry + i);
            if ((events & PollSet.POLLIN) != 0) {
                broadcast(i, console.readOutput(scratch));
            }
            if ((events & PollSet.POLLOUT) != 0) {
                console.writeInput(scratch);
            }
        }
    }

    private void broadcast(int console, ByteBuffer output) {
        if (output.hasRemaining()) {
            clients.stream()
                    .filter(client -> client.console() == console)
                    .forEach(client -> client.sendOutput(output));
        }
    }

    private void serveClients(List<Client> polled, int firstEntry) {
        for (int i = 0; i < polled.size(); i++) {
            Client client = polled.get(i);
            int events = poll.events(firstEntry + i);
            boolean readable = (events & (PollSet.POLLIN | PollSet.POLLHUP | PollSet.POLLERR)) != 0;
            boolean alive =
                    (!readable || client.isEnding() || serve(client)) && client.flush(scratch);
            if (!alive) {
                drop(client);
            }
        }
        // Only behind the loop: a client can put an end to those that were served before it.
        List.copyOf(clients).stream()
                .filter(client -> client.isEnding() && !client.hasOutput())
                .forEach(this::drop);
    }

    private static boolean isDone(Client client) {
        return client.isEnding() && !client.hasOutput();
    }

    private void drop(Client client) {
        clients.remove(client);
        clients.forEach(other -> other.shareWith(clients.size()));
        execs.abandon(client);
        client.close();
    }

    private void welcome(Fd socket) {
        if (clients.size() == MOST_CLIENTS) {
            socket.close();
        } else {
            clients.add(new Client(syscalls, socket));
            clients.forEach(client -> client.shareWith(clients.size()));
        }
    }

    /** A command that waits for its client holds up nobody else. */
    private void passOverStalledClients() {
        clients.stream()
                .filter(client -> client.console() >= 0 && client.isFull())
                .filter(client -> client.isStalled(STALL_NANOS))
                .forEach(Client::skip);
    }

    /**
     * @param impatient with whom, when they take nothing
     */
    private void dropDoneClients(Predicate<Client> impatient) {
        List.copyOf(clients).stream()
                .filter(
                        client ->
                                isDone(client)
                                        || (impatient.test(client)
                                                && client.isStalled(STALL_NANOS)))
                .forEach(this::drop);
    }

    /** Takes a client's frames; false when it has gone or talks nonsense. */
    private boolean serve(Client client) {
        boolean alive = client.receive(scratch);
        try {
            Optional<Frame> frame = client.decoder().next();
            while (frame.isPresent()) {
                handle(client, frame.get());
                frame = client.decoder().next();
            }
        } catch (IllegalArgumentException | BufferUnderflowException _) {
            return false;
        }
        return alive;
    }

    private void handle(Client client, Frame frame) {
        switch (frame.type()) {
            case STATUS -> client.send(Frame.running(initPid));
            case EXPECT -> {
                orders.expect(frame.expectation());
                client.send(Frame.running(initPid));
            }
            case END_ACTIONS -> {
                orders.follow(frame.endActions());
                client.send(Frame.running(initPid));
            }
            case ATTACH -> attach(client, frame.payload());
            case PART -> client.addPart(frame.payload());
            case EXEC -> exec(client, frame.payload());
            case CHANGE -> {
                client.addPart(frame.payload());
                client.send(Frame.report(changes.make(ChangeOrder.of(client.takeParts()))));
            }
            case INPUT -> input(client, frame.payload());
            case END_INPUT -> execs.of(client).ifPresentOrElse(Streams::endInput, client::endInput);
            case RESIZE -> resize(client, frame.payload().getInt(), frame.payload().getInt());
            case SIGNAL -> execs.signal(client, frame.payload().getInt());
            case RUNNING, REFUSED, OUTPUT, ENDED, REPORT, ERRORS, EXITED ->
                    throw new IllegalArgumentException("a client sent " + frame.type());
        }
    }

    private void exec(Client client, ByteBuffer lastPart) {
        if (client.console() >= 0 || execs.of(client).isPresent()) {
            throw new IllegalArgumentException("a client wanted two things");
        }
        client.addPart(lastPart);
        execs.begin(client, client.takeOrder());
    }

    private void input(Client client, ByteBuffer bytes) {
        execs.of(client).ifPresent(streams -> streams.addInput(bytes));
        console(client)
                .ifPresent(
                        console -> {
                            console.addInput(bytes);
                            console.writeInput(scratch);
                        });
    }

    private void resize(Client client, int columns, int rows) {
        execs.of(client).ifPresent(streams -> streams.resize(columns, rows));
        console(client).ifPresent(console -> console.resize(columns, rows));
    }

    private Optional<Console> console(Client client) {
        return client.console() < 0
                ? Optional.empty()
                : Optional.of(consoles.get(client.console()));
    }

    private void attach(Client client, ByteBuffer payload) {
        if (client.console() >= 0 || execs.of(client).isPresent()) {
            throw new IllegalArgumentException("a client wanted two things");
        }
        int number = payload.getInt();
        boolean force = payload.get() != 0;
        if (number < 0 || number >= consoles.size()) {
            refuse(client, "no console " + number);
            return;
        }
        if (force) {
            clients.stream().filter(other -> other.console() == number).forEach(Client::end);
        }
        client.sendOutput(consoles.get(number).replay());
        client.attach(number);
        attachedOnce = true;
    }

    private static void refuse(Client client, String reason) {
        ByteBuffer text = ByteBuffer.wrap(reason.getBytes(StandardCharsets.UTF_8));
        client.send(new Frame(FrameType.REFUSED, text));
        client.end();
    }

    /**
     * Gives the clients what was printed just before the end, and tells them of it.
     *
     * @param ended false when the container is only rebooting
     */
    void sayLastWords(boolean ended) {
        for (int i = 0; i < consoles.size(); i++) {
            Console console = consoles.get(i);
            ByteBuffer output = console.readOutput(scratch);
            while (output.hasRemaining()) {
                broadcast(i, output);
                output = console.readOutput(scratch);
            }
        }
        if (ended) {
            clients.forEach(client -> client.send(Frame.of(FrameType.ENDED)));
        }
        while (clients.stream().anyMatch(Client::hasOutput)) {
            poll.clear();
            clients.forEach(client -> poll.add(client.fd(), PollSet.POLLOUT));
            syscalls.poll(poll, STALL_CHECK_MILLIS);
            List.copyOf(clients).stream()
                    .filter(client -> !client.flush(scratch))
                    .forEach(this::drop);
            dropDoneClients(_ -> true);
        }
        List.copyOf(clients).forEach(this::drop);
    }
}
