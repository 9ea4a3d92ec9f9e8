package de.kreiswerk.identity.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What attempts are counted by: an address of IPv4, and of IPv6 its network of 64 bits, since a household has a whole one.
 *
 * @param key the same for all addresses of a network
 */
public record ClientNetwork(String key) {

    private static final int IPV6_NETWORK_BYTES = 8;

    /**
     * The network of an address. Only literal addresses: no name is looked up.
     *
     * @param address as the web chain knows it; anything that is no address counts by itself
     * @return its network
     */
    public static ClientNetwork of(String address) {
        if (address == null || !address.contains(":") || !address.matches("[0-9a-fA-F:.%\\[\\]a-z]{2,60}")) {
            return new ClientNetwork(String.valueOf(address));
        }
        try {
            byte[] bytes = InetAddress.getByName(address.replaceAll("[\\[\\]]|%.*", ""))
                    .getAddress();
            return new ClientNetwork(
                    HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_NETWORK_BYTES))));
        } catch (UnknownHostException e) {
            return new ClientNetwork(address);
        }
    }
}
