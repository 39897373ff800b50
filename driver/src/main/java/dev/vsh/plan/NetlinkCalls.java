package dev.vsh.plan;

import dev.vsh.linux.Errno;
import dev.vsh.linux.SystemCall;
import dev.vsh.netlink.Answer;
import dev.vsh.netlink.Request;
import dev.vsh.netlink.Word;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Requests to the kernel about one network namespace: sendto(2) says what is wanted, and recvfrom(2) how it went.
 * Whoever runs a program takes what the answer says for what that call returns.
 */
final class NetlinkCalls {
    private static final Argument ANSWER =
            new Argument.Structure(
                    List.of(
                            new Argument.Field.Int64(0),
                            new Argument.Field.Int64(0),
                            new Argument.Field.Int64(0),
                            new Argument.Field.Int64(0)),
                    "[…]");

    private final ProgramBuilder.Section section;
    private final Slot socket;

    /**
     * @param socket NETLINK_ROUTE, from within the namespace
     */
    NetlinkCalls(ProgramBuilder.Section section, Slot socket) {
        this.section = section;
        this.socket = socket;
    }

    /** The same line; people are told why when what is asked through it fails with one of these. */
    NetlinkCalls advising(Map<Errno, String> reasons) {
        return new NetlinkCalls(section.advising(reasons), socket);
    }

    /** The same line; what is asked through it may fail with these. */
    NetlinkCalls tolerating(Errno... errors) {
        return new NetlinkCalls(section.tolerating(errors), socket);
    }

    static Word word(Slot slot) {
        return new Word.Later(slot.index(), slot.name());
    }

    void ask(String label, Request request) {
        send(label, request);
        section.run(label, SystemCall.RECVFROM, answer());
    }

    /** The answer is an interface's index. */
    Slot find(String name, String label, Request request) {
        send(label, request);
        return section.get(name, label, SystemCall.RECVFROM, answer());
    }

    private void send(String label, Request request) {
        section.run(
                label,
                SystemCall.SENDTO,
                Argument.result(socket),
                new Argument.Structure(fields(request), request.text()),
                Argument.number(request.bytes().length),
                Argument.number(0),
                Argument.nothing(),
                Argument.number(0));
    }

    private Argument[] answer() {
        return new Argument[] {
            Argument.result(socket),
            ANSWER,
            Argument.number(Answer.SIZE),
            Argument.number(0),
            Argument.nothing(),
            Argument.nothing()
        };
    }

    /** Messages are aligned to 32 bits, and so is what is filled in later. */
    private static List<Argument.Field> fields(Request request) {
        ByteBuffer bytes = ByteBuffer.wrap(request.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        List<Argument.Field> fields = new ArrayList<>();
        while (bytes.hasRemaining()) {
            fields.add(new Argument.Field.Int32(bytes.getInt()));
        }
        for (Request.Gap gap : request.gaps()) {
            Slot slot = new Slot(gap.word().slot(), gap.word().name());
            fields.set(gap.offset() / Integer.BYTES, new Argument.Field.Result32(slot));
        }
        return fields;
    }
}
