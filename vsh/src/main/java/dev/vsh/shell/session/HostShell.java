package dev.vsh.shell.session;

import dev.vsh.shell.command.CommandException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of the host that the user sees and types into, run by its shell. */
public final class HostShell {
    private final WorkingDirectory directory;
    private final Terminals terminals;

    public HostShell(WorkingDirectory directory, Terminals terminals) {
        this.directory = directory;
        this.terminals = terminals;
    }

    /**
     * Returns when the program has ended.
     *
     * @param operands {@code $1} and so on of the script
     * @return its exit status, 128 and the signal for one that was killed
     * @throws CommandException when it could not be run
     */
    public int run(String script, Path... operands) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        for (Path operand : operands) {
            words.add(operand.toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(directory.path().toFile()).inheritIO();
        try (Terminals.Interrupts _ = terminals.leaveInterruptsToOthers()) {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new CommandException("cannot run /bin/sh: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting for a program", e);
        }
    }
}
