package dev.vsh.network;

import dev.vsh.domain.ListEdit;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A change to one list of a network.
 *
 * @param ip the place of the {@code <ip>} that is meant
 */
public record NetworkEdit(ListEdit edit, NetworkPart part, int ip) {
    /** A list that has such an element already, or has none. */
    public static final class MismatchException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public MismatchException(String reason) {
            super(reason);
        }
    }

    /**
     * @throws MismatchException when there is no such element, or another one in its way
     */
    public NetworkDefinition made(NetworkDefinition network) {
        return switch (part) {
            case NetworkPart.DhcpHost(Dhcp.Host host) ->
                    withDhcp(network, dhcp -> with(dhcp, host));
            case NetworkPart.DhcpRange(Dhcp.Range range) ->
                    withDhcp(network, dhcp -> with(dhcp, range));
            case NetworkPart.DnsHost(NameService.Host host) ->
                    network.with(with(network.dns(), host));
            case NetworkPart.DnsText(NameService.Text text) ->
                    network.with(with(network.dns(), text));
        };
    }

    private Dhcp with(Dhcp dhcp, Dhcp.Host host) {
        return new Dhcp(
                dhcp.ranges(),
                edited(
                        "dhcp host",
                        dhcp.hosts(),
                        host,
                        NetworkEdit::collides,
                        NetworkEdit::fits,
                        NetworkEdit::isSame));
    }

    private Dhcp with(Dhcp dhcp, Dhcp.Range range) {
        requireNoModify("dhcp ranges");
        return new Dhcp(
                edited("dhcp range", dhcp.ranges(), range, NetworkEdit::isSame), dhcp.hosts());
    }

    private NameService with(NameService dns, NameService.Host host) {
        requireNoModify("DNS HOST records");
        return new NameService(
                dns.enabled(),
                dns.forwardsPlainNames(),
                dns.forwarders(),
                dns.texts(),
                edited(
                        "DNS HOST record",
                        dns.hosts(),
                        host,
                        (one, other) -> one.address().equals(other.address()),
                        NetworkEdit::fits,
                        NetworkEdit::fits));
    }

    private NameService with(NameService dns, NameService.Text text) {
        requireNoModify("DNS TXT records");
        return new NameService(
                dns.enabled(),
                dns.forwardsPlainNames(),
                dns.forwarders(),
                edited(
                        "DNS TXT record",
                        dns.texts(),
                        text,
                        (one, other) -> one.name().equals(other.name())),
                dns.hosts());
    }

    private void requireNoModify(String what) {
        if (edit == ListEdit.MODIFY) {
            throw new MismatchException(what + " cannot be modified, only added or deleted");
        }
    }

    private interface DhcpChange {
        Dhcp made(Dhcp dhcp);
    }

    private NetworkDefinition withDhcp(NetworkDefinition network, DhcpChange change) {
        List<NetworkIp> addresses = new ArrayList<>(network.addresses());
        NetworkIp old = addresses.get(ip);
        addresses.set(ip, new NetworkIp(old.subnet(), old.localPtr(), change.made(old.dhcp())));
        return network.with(addresses);
    }

    private <T> List<T> edited(String what, List<T> list, T element, BiPredicate<T, T> like) {
        return edited(what, list, element, like, like, like);
    }

    /**
     * @param collides what may not be there when one is added
     * @param fits what is deleted
     * @param replaced what is modified
     */
    private <T> List<T> edited(
            String what,
            List<T> list,
            T element,
            BiPredicate<T, T> collides,
            BiPredicate<T, T> fits,
            BiPredicate<T, T> replaced) {
        List<T> edited = new ArrayList<>(list);
        switch (edit) {
            case ADD_FIRST, ADD_LAST -> {
                if (list.stream().anyMatch(old -> collides.test(old, element))) {
                    throw new MismatchException("there is an existing " + what + " entry like it");
                }
                edited.add(edit == ListEdit.ADD_FIRST ? 0 : list.size(), element);
            }
            case DELETE -> edited.remove(place(what, list, element, fits));
            case MODIFY -> edited.set(place(what, list, element, replaced), element);
        }
        return edited;
    }

    private static <T> int place(String what, List<T> list, T element, BiPredicate<T, T> matches) {
        for (int i = 0; i < list.size(); i++) {
            if (matches.test(list.get(i), element)) {
                return i;
            }
        }
        throw new MismatchException("couldn't locate a matching " + what + " entry");
    }

    private static boolean collides(Dhcp.Host one, Dhcp.Host other) {
        return shares(one.mac(), other.mac())
                || shares(one.id(), other.id())
                || shares(one.name(), other.name())
                || shares(one.address(), other.address());
    }

    /** Which one is modified, says the client: by what it is known for. */
    private static boolean isSame(Dhcp.Host one, Dhcp.Host other) {
        return shares(one.mac(), other.mac())
                || shares(one.id(), other.id())
                || (other.mac().isEmpty()
                        && other.id().isEmpty()
                        && shares(one.name(), other.name()));
    }

    private static boolean isSame(Dhcp.Range one, Dhcp.Range other) {
        return one.start().equals(other.start()) && one.end().equals(other.end());
    }

    /** Whether one has all that is said of the other. */
    private static boolean fits(Dhcp.Host one, Dhcp.Host other) {
        return says(one.mac(), other.mac())
                && says(one.id(), other.id())
                && says(one.name(), other.name())
                && says(one.address(), other.address());
    }

    private static boolean fits(NameService.Host one, NameService.Host other) {
        InetAddress address = other.address();
        return one.address().equals(address) && one.names().containsAll(other.names());
    }

    private static <T> boolean shares(Optional<T> one, Optional<T> other) {
        return one.isPresent() && one.equals(other);
    }

    private static <T> boolean says(Optional<T> one, Optional<T> asked) {
        return asked.isEmpty() || one.equals(asked);
    }
}
