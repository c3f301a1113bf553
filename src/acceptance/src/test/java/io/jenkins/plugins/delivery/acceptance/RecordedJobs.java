package io.jenkins.plugins.delivery.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.rehearsal.conformance.ConformanceCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Prepares a Jenkins for a recorded pipeline as the one was where it was recorded. */
final class RecordedJobs {
    private final RealJenkins jenkins;
    private final Builds builds;
    private final Path repositories;

    RecordedJobs(RealJenkins jenkins, Builds builds, Path repositories) {
        this.jenkins = jenkins;
        this.builds = builds;
        this.repositories = repositories;
    }

    /** Accounts, credentials and executors; again after each restart. */
    static void prepare(RealJenkins jenkins) {
        String printed = jenkins.as("admin")
                .script(Scripts.script(
                        "recorded.groovy", Map.of("URL", jenkins.url().toString())));
        if (!printed.equals("prepared")) {
            throw new AcceptanceException("The recorded pipelines cannot be prepared for: " + printed);
        }
    }

    /** Puts things back as other tests expect them. */
    static void tidyUp(RealJenkins jenkins) {
        jenkins.as("admin").script(Scripts.script("recorded-end.groovy", Map.of()));
    }

    static String name(ConformanceCase subject) {
        return "jobq" + subject.name().substring(0, 3);
    }

    /** The folder of the repository that the case takes its pipeline from. */
    Path repository(ConformanceCase subject) {
        return repositories.resolve(name(subject));
    }

    void make(ConformanceCase subject) throws IOException {
        if (subject.json().hasNonNull("library")) {
            library(subject);
        }
        Path others = subject.folder().resolve("jobs");
        if (Files.isDirectory(others)) {
            try (Stream<Path> files = Files.list(others)) {
                files.forEach(
                        file -> builds.job(file.getFileName().toString().replace(".groovy", ""), Scripts.read(file)));
            }
        }
        builds.define(
                name(subject),
                "<flow-definition><description>" + Builds.MARK + "</description>" + parameters(subject.json())
                        + definition(subject) + "</flow-definition>");
    }

    private void library(ConformanceCase subject) {
        GitRepository repository = GitRepository.create(repositories.resolve(name(subject) + "-library"));
        for (String part : new String[] {"vars", "src", "resources"}) {
            if (Files.isDirectory(subject.folder().resolve(part))) {
                repository.add(subject.folder().resolve(part), part);
            }
        }
        repository.commit("first commit");
        JsonNode library = subject.json().path("library");
        jenkins.as("admin")
                .script(Scripts.script(
                        "library.groovy",
                        Map.of(
                                "NAME", library.path("name").asText(),
                                "FOLDER", repository.folder().toString(),
                                "IMPLICIT", library.path("implicit").asText(),
                                "TRUSTED", library.path("trusted").asText())));
    }

    private static String parameters(JsonNode json) {
        if (!json.path("parametersPredefined").asBoolean(true)
                || json.path("params").isEmpty()) {
            return "";
        }
        StringBuilder xml =
                new StringBuilder("<properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>");
        json.path("params").fieldNames().forEachRemaining(name -> xml.append(
                        "<hudson.model.StringParameterDefinition><name>")
                .append(name)
                .append("</name><defaultValue></defaultValue></hudson.model.StringParameterDefinition>"));
        return xml + "</parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>";
    }

    private String definition(ConformanceCase subject) {
        Path jenkinsfile = subject.folder().resolve("Jenkinsfile");
        if (!subject.json().has("scm")) {
            return "<definition class='org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition'><script>"
                    + Builds.escaped(Scripts.read(jenkinsfile)) + "</script><sandbox>true</sandbox></definition>";
        }
        GitRepository repository =
                GitRepository.create(repository(subject)).write("Jenkinsfile", Scripts.read(jenkinsfile));
        if (Files.isDirectory(subject.folder().resolve("repo"))) {
            repository.add(subject.folder().resolve("repo"), "");
        }
        repository.commit("first commit");
        return GitJob.definition(repository.folder());
    }
}
