package io.jenkins.plugins.delivery.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
final class FreePort {
    private FreePort() {}

    /**
     * The port itself, or a free one for 0.
     *
     * @throws AcceptanceException when another process listens on it
     */
    static int of(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AcceptanceException(
                    "-Djenkins.port=" + wanted + " is taken: " + e.getMessage() + "; leave it out for a free one.", e);
        }
    }
}
