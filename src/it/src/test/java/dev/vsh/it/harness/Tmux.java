package dev.vsh.it.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A real terminal with a shell in it, for keys to be pressed and screens to be read. */
public final class Tmux implements AutoCloseable {
    private final Path socket;

    private Tmux(Path socket) {
        this.socket = socket;
    }

    /**
     * @param folder of a test; the terminal's shell begins there, with it as home
     */
    public static Tmux open(Path folder, int columns, int rows) {
        // A server that is about to end still answers at its socket: each has one of its own.
        int number = ThreadLocalRandom.current().nextInt(1_000_000);
        Tmux tmux = new Tmux(folder.resolve("tmux" + number + ".sock"));
        tmux.run(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                "" + columns,
                "-y",
                "" + rows,
                "-c",
                folder.toString(),
                "env",
                "-u",
                "ENV",
                "HOME=" + folder,
                "PS1=$ ",
                "sh");
        tmux.awaitScreen("$");
        return tmux;
    }

    private String run(String... words) {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(List.of(words));
        return HostCommand.run(command.toArray(String[]::new));
    }

    /** Types text as it is. */
    public void type(String text) {
        run("send-keys", "-l", "--", text);
    }

    /** Presses keys by their names, as {@code Enter} or {@code C-]}. */
    public void press(String... keys) {
        List<String> words = new ArrayList<>(List.of("send-keys"));
        words.addAll(List.of(keys));
        run(words.toArray(String[]::new));
    }

    public void enter(String line) {
        type(line);
        press("Enter");
    }

    /** As a terminal pastes: bracketed, so that nothing in it counts as a key. */
    public void paste(String text) {
        run("set-buffer", text);
        run("paste-buffer", "-p");
    }

    public void resize(int columns, int rows) {
        run("resize-window", "-x", "" + columns, "-y", "" + rows);
    }

    public String screen() {
        return run("capture-pane", "-p");
    }

    public void awaitScreen(String part) {
        Await.until("'" + part + "' on the screen", this::screen, screen -> screen.contains(part));
    }

    @Override
    public void close() {
        run("kill-server");
    }
}
