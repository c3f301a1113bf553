package io.jenkins.plugins.delivery.engine.smoke;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/**
 * Addresses that a controller has no business with: link-local, unspecified, multicast and broadcast ones, and those where
 * clouds serve metadata and credentials. An IPv6 address that carries an IPv4 one (mapped, compatible, NAT64 of RFC 6052 and
 * RFC 8215, 6to4 of RFC 3056, Teredo of RFC 4380) is judged by that one as well.
 */
final class ForbiddenAddresses {
    /** Alibaba, Oracle, Azure (WireServer), AWS and Google over IPv6. */
    private static final Set<String> METADATA =
            Set.of("100.100.100.200", "192.0.0.192", "168.63.129.16", "255.255.255.255", "fd20:ce:0:0:0:0:0:254");

    private static final String AWS = "fd00:ec2:";

    private ForbiddenAddresses() {}

    static boolean contain(InetAddress address) {
        String text = address.getHostAddress();
        if (address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || METADATA.contains(text)
                || text.startsWith(AWS)) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return bytes.length == 16 && carried(bytes) != null && contain(carried(bytes));
    }

    private static InetAddress carried(byte[] bytes) {
        if (starts(bytes, 0x00, 0x64, 0xff, 0x9b) || zeros(bytes, 0, 10)) {
            boolean loopback = zeros(bytes, 0, 15) && bytes[15] == 1;
            return loopback ? null : v4(bytes, 12, 0);
        }
        if (starts(bytes, 0x20, 0x02)) {
            return v4(bytes, 2, 0);
        }
        return starts(bytes, 0x20, 0x01, 0x00, 0x00) ? v4(bytes, 12, 0xff) : null;
    }

    private static boolean starts(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean zeros(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress v4(byte[] bytes, int from, int mask) {
        byte[] four = Arrays.copyOfRange(bytes, from, from + 4);
        for (int i = 0; i < 4; i++) {
            four[i] ^= (byte) mask;
        }
        try {
            return Inet4Address.getByAddress(four);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address.", e);
        }
    }
}
