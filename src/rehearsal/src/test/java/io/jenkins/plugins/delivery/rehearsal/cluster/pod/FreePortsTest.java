package io.jenkins.plugins.delivery.rehearsal.cluster.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void aPortInUseIsPassedOver() throws IOException {
        int next = FreePorts.take() + 1;
        try (ServerSocket taken = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.take()).isNotEqualTo(taken.getLocalPort());
        }
    }
}
