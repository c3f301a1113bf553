package io.jenkins.plugins.delivery.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void write() throws IOException {
        log = folder.resolve("shop.jsonl");
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        new AuditChain(log).append(new AuditEvent(noon, AuditKind.PROMOTED, "alice", "", "job/shop/1/", "on", ""));
    }

    @Test
    void an_intact_log_is_said_to_be() {
        assertThat(run("verify", log.toString())).isZero();
        assertThat(said()).contains("1 entries, unbroken");
    }

    @Test
    void a_damaged_one_too_with_its_line() throws IOException {
        Files.writeString(log, Files.readString(log).replace("alice", "mallory"));

        assertThat(run("verify", log.toString())).isEqualTo(1);
        assertThat(said()).contains("tampered with or damaged", "line 1: it was changed");
    }

    @Test
    void one_bad_file_of_several_is_enough() {
        assertThat(run("verify", log.toString(), folder.resolve("none.jsonl").toString()))
                .isEqualTo(2);
        assertThat(said()).contains("1 entries, unbroken", "none.jsonl cannot be read: there is no such file");
    }

    @Test
    void it_prints_csv() {
        assertThat(run("csv", log.toString())).isZero();
        assertThat(said()).contains("sequence,at,kind", "1,2026-03-01T12:00:00Z,PROMOTED,alice");
    }

    @Test
    void who_calls_it_wrongly_is_told_how() {
        assertThat(run("check", log.toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(said()).contains("usage: verify <file>");
    }

    private int run(String... arguments) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new AuditCommand(stream, stream).run(List.of(arguments));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
