package io.jenkins.plugins.delivery.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.delivery.engine.audit.AuditChain;
import io.jenkins.plugins.delivery.engine.audit.AuditEntry;
import io.jenkins.plugins.delivery.engine.audit.AuditEvent;
import io.jenkins.plugins.delivery.engine.audit.AuditKind;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented schemas are of what is in the files. */
class RecordSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void deployments_are_kept_as_their_schema_says() throws Exception {
        Path file = folder.resolve("deployments.jsonl");
        for (DeploymentOutcome outcome : DeploymentOutcome.values()) {
            new DeploymentLog(file).append(deployment("shop#1/" + outcome, outcome, null));
            new DeploymentLog(file).append(deployment("shop#2/" + outcome, outcome, START));
        }

        assertValid("deployment", file);
        assertSameNames(DeploymentRecord.class, schema("deployment").at("/properties"));
        assertThat(texts(schema("deployment").at("/properties/outcome/enum")))
                .containsExactly(names(DeploymentOutcome.values()));
    }

    @Test
    void incidents_are_kept_as_their_schema_says() throws Exception {
        Path file = folder.resolve("incidents.jsonl");
        Incident incident = new Incident("1", "shop", "production", null, START, null, "slow", "alice");
        new IncidentLog(file).append(incident);
        new IncidentLog(file).append(incident.resolved(START.plusSeconds(60)));

        assertValid("incident", file);
        assertSameNames(Incident.class, schema("incident").at("/properties"));
    }

    @Test
    void audit_entries_are_kept_as_their_schema_says() throws Exception {
        Path file = folder.resolve("audit.jsonl");
        for (AuditKind kind : AuditKind.values()) {
            new AuditChain(file).append(new AuditEvent(START, kind, "alice", "192.0.2.7", "job/shop/1/", "why", ""));
        }

        assertValid("audit-entry", file);
        assertSameNames(AuditEntry.class, schema("audit-entry").at("/properties"));
        assertSameNames(AuditEvent.class, schema("audit-entry").at("/properties/event/properties"));
        assertThat(texts(schema("audit-entry").at("/properties/event/properties/kind/enum")))
                .containsExactly(names(AuditKind.values()));
    }

    @Test
    void what_is_no_record_does_not_pass() throws Exception {
        JsonNode line = JSON.readTree("{\"id\":\"1\",\"outcome\":\"FINE\"}");

        assertThat(validator("deployment").validate(line)).hasSizeGreaterThan(10);
        assertThat(validator("incident").validate(line)).isNotEmpty();
        assertThat(validator("audit-entry").validate(line)).isNotEmpty();
    }

    private static DeploymentRecord deployment(String id, DeploymentOutcome outcome, Instant commit) {
        return new DeploymentRecord(
                id,
                "shop",
                "production",
                "1.0",
                commit == null ? null : "shop@sha256:aa",
                List.of("c1"),
                commit,
                "canary",
                "job/shop/1/",
                List.of("alice"),
                List.of("bob"),
                commit == null ? null : "00ff",
                START,
                START.plusSeconds(60),
                outcome,
                "");
    }

    private static void assertValid(String name, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            assertThat(validator(name).validate(JSON.readTree(line))).as(line).isEmpty();
        }
    }

    private static void assertSameNames(Class<? extends Record> type, JsonNode properties) {
        assertThat(properties.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toArray(String[]::new));
    }

    private static JsonSchema validator(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema(name));
    }

    private static JsonNode schema(String name) throws IOException {
        return JSON.readTree(Files.readString(Path.of("../../docs/schemas/" + name + ".schema.json")));
    }

    private static List<String> texts(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(i -> list.get(i).asText())
                .toList();
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
