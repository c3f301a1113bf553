package io.jenkins.plugins.delivery.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is left of a build: what people see of it, and the files that it is kept in. */
record History(String result, String log, Map<String, String> reports, Map<String, String> files) {
    /** As it is now; {@code reports} by the address of each, as far as it answers. */
    static History of(RealJenkins jenkins, FullBuild build, Iterable<FullBuild.Place> places) throws IOException {
        JenkinsClient admin = jenkins.as("admin");
        Map<String, String> reports = new TreeMap<>();
        for (FullBuild.Place place : places) {
            if (place.path().startsWith(build.path())) {
                JenkinsClient.Answer answer = admin.get(place.path() + "json");
                if (answer.status() == 200) {
                    reports.put(place.path(), essence(answer.json()));
                }
            }
        }
        return new History(
                admin.json(build.path() + "api/json").path("result").asText(),
                admin.get(build.path() + "consoleText").body(),
                reports,
                files(jenkins, build));
    }

    /** Without what says when somebody looked. */
    private static String essence(JsonNode report) {
        return report.path("kind").asText() + " " + report.path("verdict") + " "
                + report.path("headline").asText() + " " + report.path("figures");
    }

    private static Map<String, String> files(RealJenkins jenkins, FullBuild build) throws IOException {
        Path folder = jenkins.home().folder().resolve("jobs/" + build.job() + "/builds/" + build.number());
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> digests = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> digests.put(folder.relativize(file).toString(), digest(file)));
            return digests;
        }
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
