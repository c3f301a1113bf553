package io.jenkins.plugins.delivery.engine.smoke;

import static io.jenkins.plugins.delivery.engine.smoke.Probing.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DnsCheckTest {
    private DnsServer server;

    @BeforeEach
    void start() throws Exception {
        byte[] alias = "\004real\004shop\000".getBytes(StandardCharsets.ISO_8859_1);
        server = new DnsServer(Map.of(
                "db.shop.",
                List.of(new DnsServer.Data(1, new byte[] {10, 0, 0, 7}), new DnsServer.Data(1, new byte[] {10, 0, 0, 8
                })),
                "www.shop.",
                List.of(new DnsServer.Data(5, alias))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String probe(String name, String type, Object values) {
        Map<String, Object> check = new HashMap<>(Map.of("dns", name, "type", type, "server", server.address()));
        if (values != null) {
            check.put("values", values);
        }
        return words(Probing.probe(Probing.SETTINGS, SmokeArguments.parse(Map.of("checks", List.of(check))))
                .get(0));
    }

    @Test
    void findsRecordsOfAType() {
        assertThat(probe("db.shop", "A", null)).isEqualTo("passed");
        assertThat(probe("db.shop", "A", List.of("10.0.0.8", "10.0.0.7"))).isEqualTo("passed");
        assertThat(probe("www.shop", "cname", "real.shop")).isEqualTo("passed");
    }

    @Test
    void saysWhatIsThereInstead() {
        assertThat(probe("db.shop", "A", "10.0.0.9"))
                .isEqualTo("expected a record A of db.shop with 10.0.0.9, got 10.0.0.7, 10.0.0.8");
        assertThat(probe("db.shop", "AAAA", null)).endsWith("got none");
        assertThat(probe("nobody.shop", "A", null)).endsWith("got no address of nobody.shop");
    }
}
