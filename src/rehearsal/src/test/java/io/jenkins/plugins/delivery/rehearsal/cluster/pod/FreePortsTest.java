package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void aPortInUseIsPassedOver() throws IOException {
        int next = FreePorts.take() + 1;
        try (ServerSocket socket = new ServerSocket()) {
            occupy(socket, next);
            assertThat(FreePorts.take()).isNotEqualTo(next);
        }
    }

    /** Another program may have been faster: the port is in use then, too. */
    private static void occupy(ServerSocket socket, int port) throws IOException {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException inUse) {
            assertThat(socket.isBound()).isFalse();
        }
    }
}
