package io.jenkins.plugins.delivery.engine.scan.vex;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.delivery.engine.scan.VexStatement;
import io.jenkins.plugins.delivery.engine.scan.format.ReportFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads one VEX document, whose kind its content tells. */
public final class VexFiles {
    /** People write these; a catalogue of all advisories of a vendor is no statement on what was scanned. */
    private static final long LARGEST = 16L << 20;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private VexFiles() {}

    /**
     * @param name what messages call the file
     * @throws ReportFormatException if it is none of the kinds, or a statement lacks what makes it one
     */
    public static List<VexStatement> read(String name, Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new ReportFormatException(name, 0, 0, "expected a VEX document of at most 16 MiB");
        }
        try {
            JsonNode document = JSON.readTree(Files.readAllBytes(file));
            return statements(new VexDocument(name, document));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new ReportFormatException(
                    name,
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(),
                    "expected a VEX document in JSON: " + e.getOriginalMessage());
        }
    }

    private static List<VexStatement> statements(VexDocument document) throws ReportFormatException {
        JsonNode root = document.root();
        if (root.path("@context").asText().contains("openvex")) {
            return OpenVex.statements(document);
        }
        if (root.path("bomFormat").asText().equals("CycloneDX")) {
            return CycloneDxVex.statements(document);
        }
        if (root.path("document").has("csaf_version")) {
            return CsafVex.statements(document);
        }
        throw document.problem(
                "", "expected OpenVEX (@context), CycloneDX (bomFormat) or CSAF (document.csaf_version)");
    }
}
