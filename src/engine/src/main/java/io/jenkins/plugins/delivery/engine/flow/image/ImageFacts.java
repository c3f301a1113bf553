package io.jenkins.plugins.delivery.engine.flow.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.delivery.engine.flow.ReportException;

/** Reads the facts line by line, and hands on what deserves to be said. */
final class ImageFacts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String file;
    private final Findings findings;
    private final SecretFiles secretFiles = new SecretFiles();
    private final Tags tags;
    private boolean configured;
    private boolean ended;
    private long layers;
    private long files;

    ImageFacts(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
        this.tags = new Tags(findings);
    }

    void read(int number, String line) throws ReportException {
        if (line.isBlank()) {
            return;
        }
        String[] parts = line.split("\t", 3);
        if (parts.length < 2 || ended) {
            throw unexpected(number, line);
        }
        switch (parts[0]) {
            case "tag" -> tags.image(parts[1]);
            case "from" -> tags.base(parts[1], parts.length > 2 ? parts[2] : "");
            case "config" -> config(number, line.substring("config\t".length()));
            case "keys" -> keys(number, parts);
            case "file" -> file(number, parts);
            case "end" -> end(number, parts);
            default -> throw unexpected(number, line);
        }
    }

    private void config(int number, String json) throws ReportException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new ReportException(file, number, "expected the image's configuration as JSON");
        }
        if (!root.path("config").isObject()) {
            throw new ReportException(file, number, "expected an image's configuration with 'config' in it");
        }
        configured = true;
        new Configuration(findings).judge(root);
    }

    private void keys(int number, String[] parts) throws ReportException {
        long layer = count(number, parts, 1);
        long keys = count(number, parts, 2);
        if (keys > 0) {
            findings.secret("layer " + layer, keys + (keys == 1 ? " line looks" : " lines look") + " like a key");
        }
    }

    private void file(int number, String[] parts) throws ReportException {
        long layer = count(number, parts, 1);
        if (parts.length < 3) {
            throw new ReportException(file, number, "expected the number of a layer and a path");
        }
        files += parts[2].endsWith("/") ? 0 : 1;
        secretFiles.reason(parts[2]).ifPresent(why -> findings.secret("layer " + layer + ", " + parts[2], why));
    }

    private void end(int number, String[] parts) throws ReportException {
        layers = count(number, parts, 1);
        ended = true;
    }

    private long count(int number, String[] parts, int at) throws ReportException {
        if (parts.length <= at || !parts[at].matches("\\d{1,9}")) {
            throw new ReportException(file, number, "expected a number after '" + parts[0] + "'");
        }
        return Long.parseLong(parts[at]);
    }

    private ReportException unexpected(int number, String line) {
        String shown = line.length() > 40 ? line.substring(0, 40) + "…" : line;
        return new ReportException(
                file, number, "expected tag, from, config, keys, file or end, but it is '" + shown + "'");
    }

    boolean complete() {
        return configured && ended;
    }

    long layers() {
        return layers;
    }

    long files() {
        return files;
    }
}
