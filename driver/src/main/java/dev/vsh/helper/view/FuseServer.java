package dev.vsh.helper.view;

import static dev.vsh.helper.view.FuseProtocol.ATTR_OUT;
import static dev.vsh.helper.view.FuseProtocol.BATCH_FORGET;
import static dev.vsh.helper.view.FuseProtocol.ENTRY_OUT;
import static dev.vsh.helper.view.FuseProtocol.FOPEN_DIRECT_IO;
import static dev.vsh.helper.view.FuseProtocol.FORGET;
import static dev.vsh.helper.view.FuseProtocol.GETATTR;
import static dev.vsh.helper.view.FuseProtocol.INIT;
import static dev.vsh.helper.view.FuseProtocol.INIT_OUT;
import static dev.vsh.helper.view.FuseProtocol.INTERRUPT;
import static dev.vsh.helper.view.FuseProtocol.IN_HEADER;
import static dev.vsh.helper.view.FuseProtocol.LOOKUP;
import static dev.vsh.helper.view.FuseProtocol.MAJOR;
import static dev.vsh.helper.view.FuseProtocol.MAX_WRITE;
import static dev.vsh.helper.view.FuseProtocol.MINOR;
import static dev.vsh.helper.view.FuseProtocol.MIN_READ_BUFFER;
import static dev.vsh.helper.view.FuseProtocol.OPEN;
import static dev.vsh.helper.view.FuseProtocol.OPEN_OUT;
import static dev.vsh.helper.view.FuseProtocol.OUT_HEADER;
import static dev.vsh.helper.view.FuseProtocol.READ;
import static dev.vsh.helper.view.FuseProtocol.RELEASE;
import static dev.vsh.helper.view.FuseProtocol.ROOT_ID;

import dev.vsh.linux.Errno;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.plan.ViewPlan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A filesystem of one folder whose files are {@link View}s, over a {@code /dev/fuse} that does not block. It keeps
 * nothing per reader, so that no number of them fills the helper's memory: a read from the beginning makes a view's
 * text anew, one from further on continues in the last.
 */
public final class FuseServer {
    private static final int S_IFDIR_0555 = 040555;
    private static final int S_IFREG_0444 = 0100444;
    private static final int O_ACCMODE = 3;
    private static final int BLOCK = 4096;

    /** More than any text has. */
    private static final int SETUP_SIZE = 1 << 20;

    private final Syscalls syscalls;
    private final int device;
    private final long uid;
    private final long gid;
    private final LimitViews views;
    private final byte[][] texts = new byte[ViewPlan.FILES.size()][0];
    private final NativeMemory request = new NativeMemory(2L * MIN_READ_BUFFER);
    private NativeMemory reply = new NativeMemory(MIN_READ_BUFFER);
    private boolean settingUp = true;
    private boolean ended;

    /**
     * @param device a descriptor of /dev/fuse; the caller closes it
     * @param uid whose the files are
     */
    FuseServer(Syscalls syscalls, int device, long uid, long gid, LimitViews views) {
        this.syscalls = syscalls;
        this.device = device;
        this.uid = uid;
        this.gid = gid;
        this.views = views;
    }

    public int device() {
        return device;
    }

    /**
     * The init runs, and the files have sizes from now on. Until then nobody reads them: they are only mounted, and a
     * start need not wait until all texts are made. Whoever copies by sendfile(2) without a look at the size gets a whole
     * text of a file that is said to be larger, but not of one that is said to be smaller.
     */
    public void endSetup() {
        settingUp = false;
    }

    /** Whether the filesystem is mounted nowhere any more; its device has no more to say then. */
    public boolean hasEnded() {
        return ended;
    }

    /** Answers all requests that have come in. */
    public void serve() {
        while (true) {
            long length =
                    syscalls.attempt(SystemCall.READ, device, request.address(), request.size());
            if (length < 0) {
                // ENOENT: whoever asked was killed before we came to it.
                if (length == -Errno.ENOENT.number() || length == -Errno.EINTR.number()) {
                    continue;
                }
                ended = length != -Errno.EAGAIN.number();
                return;
            }
            answer();
        }
    }

    private void answer() {
        int operation = request.getInt(4);
        long node = request.getLong(16);
        switch (operation) {
            case INIT -> init();
            case LOOKUP -> lookup();
            case GETATTR -> attributes(node);
            case OPEN -> open();
            case READ -> read(node);
            case RELEASE -> send(0, 0);
            case FORGET, BATCH_FORGET, INTERRUPT -> {}
            default -> fail(Errno.ENOSYS);
        }
    }

    private void init() {
        begin(INIT_OUT);
        reply.putInt(OUT_HEADER, MAJOR);
        reply.putInt(OUT_HEADER + 4, MINOR);
        reply.putInt(OUT_HEADER + 8, request.getInt(IN_HEADER + 8));
        reply.putInt(OUT_HEADER + 20, MAX_WRITE);
        reply.putInt(OUT_HEADER + 24, 1);
        send(INIT_OUT, 0);
    }

    private void lookup() {
        int length = request.getInt(0) - IN_HEADER - 1;
        byte[] name = new byte[Math.max(0, length)];
        request.get(IN_HEADER, name, 0, name.length);
        int file = ViewPlan.FILES.indexOf(new String(name, StandardCharsets.UTF_8));
        if (file < 0) {
            fail(Errno.ENOENT);
            return;
        }
        begin(ENTRY_OUT);
        long node = ROOT_ID + 1 + file;
        reply.putLong(OUT_HEADER, node);
        // The name means the same file for ever, but its size is true only now.
        reply.putLong(OUT_HEADER + 16, Integer.MAX_VALUE);
        putAttributes(OUT_HEADER + 40, node);
        send(ENTRY_OUT, 0);
    }

    private void attributes(long node) {
        begin(ATTR_OUT);
        putAttributes(OUT_HEADER + 16, node);
        send(ATTR_OUT, 0);
    }

    private void putAttributes(int offset, long node) {
        boolean folder = node == ROOT_ID;
        reply.putLong(offset, node);
        reply.putLong(offset + 8, folder ? 0 : size((int) (node - ROOT_ID - 1)));
        reply.putInt(offset + 60, folder ? S_IFDIR_0555 : S_IFREG_0444);
        reply.putInt(offset + 64, folder ? 2 : 1);
        reply.putInt(offset + 68, (int) uid);
        reply.putInt(offset + 72, (int) gid);
        reply.putInt(offset + 80, BLOCK);
    }

    private int size(int file) {
        return settingUp ? SETUP_SIZE : make(file).length;
    }

    private void open() {
        if ((request.getInt(IN_HEADER) & O_ACCMODE) != 0) {
            fail(Errno.EACCES);
            return;
        }
        begin(OPEN_OUT);
        // Without a cache: a text may have grown since its size was told.
        reply.putInt(OUT_HEADER + 8, FOPEN_DIRECT_IO);
        send(OPEN_OUT, 0);
    }

    private void read(long node) {
        int file = (int) (node - ROOT_ID - 1);
        if (file < 0 || file >= texts.length) {
            fail(Errno.EISDIR);
            return;
        }
        long offset = request.getLong(IN_HEADER + 8);
        byte[] text = offset == 0 ? make(file) : texts[file];
        int start = (int) Math.min(offset, text.length);
        int length = Math.min(request.getInt(IN_HEADER + 16), text.length - start);
        begin(length);
        reply.put(OUT_HEADER, text, start, length);
        send(length, 0);
    }

    private byte[] make(int file) {
        byte[] text = views.text(file).getBytes(StandardCharsets.UTF_8);
        texts[file] = text;
        return text;
    }

    private void fail(Errno errno) {
        send(0, -errno.number());
    }

    private void begin(int length) {
        if (reply.size() < OUT_HEADER + length) {
            reply = new NativeMemory(OUT_HEADER + length);
        }
        byte[] zeros = new byte[length];
        Arrays.fill(zeros, (byte) 0);
        reply.put(OUT_HEADER, zeros, 0, length);
    }

    private void send(int length, int error) {
        reply.putInt(0, OUT_HEADER + length);
        reply.putInt(4, error);
        reply.putLong(8, request.getLong(8));
        // ENOENT: whoever asked is gone.
        syscalls.attempt(SystemCall.WRITE, device, reply.address(), OUT_HEADER + length);
    }
}
