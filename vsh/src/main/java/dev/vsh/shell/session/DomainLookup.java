package dev.vsh.shell.session;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.NearestName;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Finds the domain that a user means. */
public final class DomainLookup {
    private static final int UUID_LENGTH = 36;

    private final HypervisorConnection hypervisor;

    public DomainLookup(HypervisorConnection hypervisor) {
        this.hypervisor = hypervisor;
    }

    /**
     * @throws CommandException when there is no such domain
     */
    public Domain find(String word, Set<DomainKey> keys) {
        Connection connection = hypervisor.get();
        String failure = "failed to get domain '" + word + "'";
        try {
            return byId(connection, word, keys)
                    .or(() -> byUuid(connection, word, keys))
                    .or(() -> byName(connection, word, keys))
                    .orElseThrow(
                            () ->
                                    new CommandException(
                                            failure + suggestion(connection, word, keys)));
        } catch (DriverException e) {
            throw new CommandException(failure, e);
        }
    }

    /**
     * Whether there can be a domain that a word means: false is certain. It costs a look at one file when the word is a
     * defined domain's name.
     */
    public boolean mayFind(String word) {
        if (word.length() == UUID_LENGTH) {
            return true;
        }
        try {
            return byName(hypervisor.get(), word, EnumSet.of(DomainKey.NAME)).isPresent();
        } catch (CommandException | DriverException _) {
            // Whoever looks for it will say what is wrong.
            return true;
        }
    }

    private static String suggestion(Connection connection, String word, Set<DomainKey> keys) {
        if (!keys.contains(DomainKey.NAME)) {
            return "";
        }
        List<String> names = connection.listAllDomains().stream().map(Domain::name).toList();
        return NearestName.advice(word, names);
    }

    private static Optional<Domain> byId(Connection connection, String word, Set<DomainKey> keys) {
        if (!keys.contains(DomainKey.ID) || !isNumber(word)) {
            return Optional.empty();
        }
        return unlessMissing(() -> connection.lookupDomainById(Long.parseLong(word)));
    }

    private static Optional<Domain> byUuid(
            Connection connection, String word, Set<DomainKey> keys) {
        if (!keys.contains(DomainKey.UUID) || word.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(word);
            return unlessMissing(() -> connection.lookupDomainByUuid(uuid));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Domain> byName(
            Connection connection, String word, Set<DomainKey> keys) {
        return keys.contains(DomainKey.NAME)
                ? unlessMissing(() -> connection.lookupDomainByName(word))
                : Optional.empty();
    }

    /** Short enough for a long, so that it can be parsed. */
    private static boolean isNumber(String word) {
        return !word.isEmpty()
                && word.length() <= 18
                && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<Domain> unlessMissing(Supplier<Domain> lookup) {
        try {
            return Optional.of(lookup.get());
        } catch (DriverException e) {
            if (e.code() == ErrorCode.NO_DOMAIN) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
