package dev.vsh.shell.session;

/** Whether the shell asks for commands, and whether it should ask for another. */
public final class Progress {
    private final boolean interactive;
    private boolean finished;

    public Progress(boolean interactive) {
        this.interactive = interactive;
    }

    /** Whether commands come one by one, as opposed to all at once. */
    public boolean isInteractive() {
        return interactive;
    }

    public boolean isFinished() {
        return finished;
    }

    /** Lets the command that runs be the last. */
    public void finish() {
        finished = true;
    }
}
