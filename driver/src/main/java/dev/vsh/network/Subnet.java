package dev.vsh.network;

import dev.vsh.domain.AddressText;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An address and how many of its bits it shares with its neighbours.
 *
 * @param prefix at most as many as the address has
 */
public record Subnet(InetAddress address, int prefix) {
    public Subnet {
        if (prefix < 0 || prefix > bits(address)) {
            throw new IllegalArgumentException(
                    AddressText.of(address) + " has no prefix of " + prefix + " bits");
        }
    }

    public static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    public boolean isIpv4() {
        return address instanceof Inet4Address;
    }

    public boolean contains(InetAddress other) {
        return bits(other) == bits(address)
                && number(other)
                        .shiftRight(hostBits())
                        .equals(number(address).shiftRight(hostBits()));
    }

    /** Whether some address is in both. */
    public boolean overlaps(Subnet other) {
        return contains(other.address) || other.contains(address);
    }

    /** Its first address, which stands for all of it. */
    public InetAddress network() {
        return ofNumber(number(address).shiftRight(hostBits()).shiftLeft(hostBits()));
    }

    /** As in {@code 255.255.255.0}. */
    public InetAddress netmask() {
        BigInteger ones = BigInteger.ONE.shiftLeft(prefix).subtract(BigInteger.ONE);
        return ofNumber(ones.shiftLeft(hostBits()));
    }

    /** How the kernel and most programs write it: {@code 192.0.2.0/24}. */
    public String text() {
        return AddressText.of(network()) + "/" + prefix;
    }

    private int hostBits() {
        return bits(address) - prefix;
    }

    /** For comparing: the address as one number. */
    public static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    private InetAddress ofNumber(BigInteger number) {
        byte[] bytes = new byte[address.getAddress().length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = number.shiftRight(Byte.SIZE * (bytes.length - 1 - i)).byteValue();
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
