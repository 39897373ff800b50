package dev.vsh.shell.session;

import dev.vsh.driver.Connection;
import dev.vsh.driver.DriverException;
import dev.vsh.shell.command.CommandException;

import java.util.Map;
import java.util.Optional;

/** The connection that commands work on; opened when the first of them asks for it. */
public final class HypervisorConnection implements AutoCloseable {
    private static final String LAST_RESORT = "lxc:///system";

    private final Map<String, String> environment;
    private Optional<String> chosenUri;
    private boolean readOnly;
    private Optional<Connection> open = Optional.empty();

    public HypervisorConnection(
            Map<String, String> environment, Optional<String> chosenUri, boolean readOnly) {
        this.environment = Map.copyOf(environment);
        this.chosenUri = chosenUri;
        this.readOnly = readOnly;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    /**
     * @throws CommandException when there is no connecting
     */
    public synchronized Connection get() {
        if (open.isEmpty()) {
            open = Optional.of(connect(uri(), readOnly));
        }
        return open.get();
    }

    /** As {@link Connection#prepareStarts}; where there is no connecting, the command that wants to will say so. */
    public void prepareStarts(int count) {
        try {
            get().prepareStarts(count);
        } catch (CommandException _) {
            return;
        }
    }

    /**
     * Leaves the connection for another; the URI stays as it was where none is given. When there is
     * no connecting, the old connection stays.
     */
    public void reconnect(Optional<String> uri, boolean newReadOnly) {
        Connection fresh = connect(uri.orElseGet(this::uri), newReadOnly);
        close();
        open = Optional.of(fresh);
        chosenUri = uri.or(() -> chosenUri);
        readOnly = newReadOnly;
    }

    @Override
    public void close() {
        open.ifPresent(Connection::close);
        open = Optional.empty();
    }

    private String uri() {
        return chosenUri
                .or(() -> variable("VSH_DEFAULT_CONNECT_URI"))
                .or(() -> variable("VIRSH_DEFAULT_CONNECT_URI"))
                .or(() -> variable("LIBVIRT_DEFAULT_URI"))
                .orElse(LAST_RESORT);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    private static Connection connect(String uri, boolean readOnly) {
        try {
            return readOnly ? Connection.openReadOnly(uri) : Connection.open(uri);
        } catch (DriverException e) {
            throw new CommandException("failed to connect to the hypervisor", e);
        }
    }
}
