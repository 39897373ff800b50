package dev.vsh.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The virtual networks of a connection. */
public interface Networks {
    /** All of them: active, inactive, transient; sorted by name. */
    List<Network> all();

    /**
     * @throws DriverException NO_NETWORK
     */
    Network byName(String name);

    /**
     * @throws DriverException NO_NETWORK
     */
    Network byUuid(UUID uuid);

    /**
     * Makes a network persistent, or replaces the definition that it will next start with.
     *
     * @throws DriverException XML_ERROR, XML_INVALID_SCHEMA with every problem of the document; OPERATION_FAILED when
     *     name and uuid, or the bridge, belong to another network
     */
    Network define(DomainDocument document);

    /**
     * Starts a network that is forgotten when it is destroyed.
     *
     * @throws DriverException as {@link #define} and {@link Network#start()}
     */
    Network create(DomainDocument document);

    /**
     * To wait for changes, of which the first that is told is one after this call.
     *
     * @throws DriverException SYSTEM_ERROR when the folders cannot be watched
     */
    NetworkChanges changes();

    /**
     * Starts every network that is marked for it and not active: what a service does when the host starts. Without one
     * they start on first use, as all do.
     *
     * @throws DriverException OPERATION_FAILED with a line for each that did not start; the others have
     */
    default void startAutostarted() {
        List<String> failures = new ArrayList<>();
        for (Network network : all()) {
            if (network.isAutostart() && !network.isActive()) {
                try {
                    network.start();
                } catch (DriverException e) {
                    failures.addAll(e.details());
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new DriverException(ErrorCode.OPERATION_FAILED, failures, null);
        }
    }
}
