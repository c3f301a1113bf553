package io.jenkins.plugins.delivery.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** A report of Trivy on many lock files: each vulnerability with its scores, texts and references. */
final class GeneratedTrivy {
    private static final int TARGETS = 100;
    private static final String[] SEVERITIES = {"CRITICAL", "HIGH", "MEDIUM", "LOW", "UNKNOWN"};

    void write(OutputStream out, int vulnerabilities) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("SchemaVersion", 2);
            json.writeStringField("ArtifactName", "shop");
            json.writeArrayFieldStart("Results");
            for (int target = 0; target < TARGETS; target++) {
                json.writeStartObject();
                json.writeStringField("Target", "services/service" + target + "/package-lock.json");
                json.writeStringField("Class", "lang-pkgs");
                json.writeArrayFieldStart("Vulnerabilities");
                for (int i = target; i < vulnerabilities; i += TARGETS) {
                    vulnerability(json, i);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void vulnerability(JsonGenerator json, int number) throws IOException {
        json.writeStartObject();
        json.writeStringField("VulnerabilityID", "CVE-20" + (10 + number % 15) + "-" + (10_000 + number));
        json.writeStringField("PkgName", "package" + number % 3000);
        json.writeStringField("InstalledVersion", "1." + number % 7 + ".0");
        json.writeStringField("FixedVersion", "1." + (number % 7 + 1) + ".0");
        json.writeStringField("PrimaryURL", "https://avd.aquasec.com/nvd/cve-" + number);
        json.writeStringField(
                "Title", "package" + number % 3000 + ": a crafted request number " + number + " stops it");
        json.writeStringField(
                "Description",
                "A request whose header is longer than the buffer makes the package allocate memory until the process is"
                        + " stopped. It takes no account and no knowledge of the installation to send request " + number
                        + ".");
        json.writeStringField("Severity", SEVERITIES[number % SEVERITIES.length]);
        json.writeObjectFieldStart("CVSS");
        json.writeObjectFieldStart("nvd");
        json.writeStringField("V3Vector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H");
        json.writeNumberField("V3Score", 7.5);
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("References");
        for (int i = 0; i < 4; i++) {
            json.writeString("https://github.com/example/package/commit/" + number + "-" + i);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
