package io.jenkins.plugins.delivery.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditQueryTest {
    private List<AuditEntry> entries;

    @BeforeEach
    void write(@TempDir Path folder) throws Exception {
        AuditChain chain = new AuditChain(folder.resolve("log.jsonl"));
        chain.append(event("2026-03-01T22:59:59Z", AuditKind.REQUESTED, "", "Release 1?"));
        chain.append(event("2026-03-01T23:30:00Z", AuditKind.APPROVED, "alice", "Looks good"));
        chain.append(event("2026-03-02T12:00:00Z", AuditKind.DEPLOYED, "", "1 serves"));
        chain.append(event("2026-03-03T00:00:00Z", AuditKind.HELD, "bob", "Wait for ALICE"));
        entries = chain.verify().entries();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                                        | 4,3,2,1",
                "order=asc                                | 1,2,3,4",
                "kind=approved,HELD                       | 4,2",
                "actor=alice                              | 2",
                "q=alice                                  | 4,2",
                "from=2026-03-02                          | 4,3",
                "from=2026-03-02 zone=Europe/Berlin       | 4,3,2",
                "to=2026-03-01                            | 2,1",
                "from=2026-03-02 to=2026-03-02            | 3",
                "size=3                                   | 4,3,2",
                "size=3 page=2                            | 1",
                "page=2147483647 size=1000                | -",
                "q=nowhere                                | -",
            })
    void entries_are_selected_as_the_address_says(String address, String expected) {
        List<Long> found = AuditQuery.parse(parameters(address)).of(entries).entries().stream()
                .map(AuditEntry::sequence)
                .toList();
        assertThat(found).isEqualTo(expected == null ? List.of() : longs(expected));
    }

    @Test
    void what_is_on_other_pages_counts() {
        assertThat(AuditQuery.parse(Map.of("size", "1", "page", "9"))
                        .of(entries)
                        .total())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "kind=nothing, kind",
        "order=up, order",
        "from=yesterday, from",
        "to=2026-13-01, to",
        "to=+999999999-12-31, to",
        "zone=Moon, zone",
        "page=0, page",
        "size=1001, size",
        "size=many, size",
    })
    void a_parameter_that_cannot_be_used_is_named(String address, String name) {
        assertThatThrownBy(() -> AuditQuery.parse(parameters(address)))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining(name);
    }

    private static Map<String, String> parameters(String address) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : address == null ? new String[0] : address.trim().split(" ")) {
            parameters.put(part.split("=")[0], part.split("=")[1]);
        }
        return parameters;
    }

    private static List<Long> longs(String text) {
        return Stream.of(text.split(",")).map(Long::valueOf).toList();
    }

    private static AuditEvent event(String at, AuditKind kind, String actor, String text) {
        return new AuditEvent(Instant.parse(at), kind, actor, "", "job/shop/1/", text, "");
    }
}
