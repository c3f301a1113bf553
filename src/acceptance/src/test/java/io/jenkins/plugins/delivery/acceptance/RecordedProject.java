package io.jenkins.plugins.delivery.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.rehearsal.conformance.ConformanceCase;
import io.jenkins.plugins.delivery.rehearsal.conformance.Normalizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The builds of all branches and tags of a recorded multibranch project, on a real Jenkins, and how they differ from the recording. */
final class RecordedProject {
    private static final Pattern WORKSPACE = Pattern.compile("Running on .* in (\\S+)");
    private final RealJenkins jenkins;
    private final ConformanceCase subject;
    private final JenkinsClient admin;
    private final Builds builds;
    private final GitRepository repository;

    RecordedProject(RealJenkins jenkins, ConformanceCase subject, Path repositories) {
        this.jenkins = jenkins;
        this.subject = subject;
        this.admin = new JenkinsClient(jenkins.url(), "admin", "admin");
        this.builds = new Builds(admin);
        this.repository = GitRepository.create(repositories.resolve(RecordedJobs.name(subject)));
    }

    static boolean is(ConformanceCase subject) {
        return subject.json().hasNonNull("multibranch");
    }

    List<String> differences() {
        List<String> differences = new ArrayList<>();
        try {
            String project = RecordedJobs.name(subject);
            Set<String> tags = makeRepository();
            builds.define(project, xml());
            admin.post("job/" + project + "/build?delay=0", Map.of());
            for (JsonNode recording : subject.recordings()) {
                String branch = recording.path("branch").asText();
                Builds.Ended ended = ended(project + "/job/" + branch.replace("/", "%252F"), tags.contains(branch));
                RecordedRun.differences(ended, recording, normalizer(ended))
                        .forEach(difference -> differences.add(branch + ": " + difference));
            }
        } catch (AcceptanceException failure) {
            differences.add("ended with " + failure);
        }
        return differences;
    }

    /** A branch is built once it is found, a tag on request. */
    private Builds.Ended ended(String job, boolean tag) {
        Builds.until(
                job + " is found", () -> admin.get("job/" + job + "/api/json").status() == 200);
        return builds.end(job, tag ? builds.begin(job) : 1);
    }

    /** Returns its tags. */
    private Set<String> makeRepository() {
        repository.write("Jenkinsfile", Scripts.read(subject.folder().resolve("Jenkinsfile")));
        repository.commit("first commit");
        JsonNode branches = subject.json().path("multibranch");
        Set<String> tags = new HashSet<>();
        branches.path("tags").forEach(tag -> tags.add(tag.asText()));
        tags.forEach(repository::tag);
        for (JsonNode branch : branches.path("branches")) {
            if (!branch.asText().equals("main") && !tags.contains(branch.asText())) {
                repository.branch(branch.asText());
            }
        }
        return tags;
    }

    private Normalizer normalizer(Builds.Ended ended) {
        Path home = jenkins.home().folder();
        Matcher workspace = WORKSPACE.matcher(ended.log());
        return new Normalizer(
                home,
                workspace.find() ? Path.of(workspace.group(1)) : home.resolve("workspace"),
                RecordedJobs.name(subject),
                repository.folder(),
                jenkins.url().toString());
    }

    private String xml() {
        return "<org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject><description>" + Builds.MARK
                + "</description><sources class='jenkins.branch.MultiBranchProject$BranchSourceList'><data>"
                + "<jenkins.branch.BranchSource><source class='jenkins.plugins.git.GitSCMSource'><id>recorded</id><remote>"
                + repository.folder()
                + "</remote><credentialsId></credentialsId><traits><jenkins.plugins.git.traits.BranchDiscoveryTrait/>"
                + "<jenkins.plugins.git.traits.TagDiscoveryTrait/></traits></source></jenkins.branch.BranchSource></data>"
                + "<owner class='org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject' reference='../..'/></sources>"
                + "<factory class='org.jenkinsci.plugins.workflow.multibranch.WorkflowBranchProjectFactory'>"
                + "<owner class='org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject' reference='../..'/>"
                + "<scriptPath>Jenkinsfile</scriptPath></factory></org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject>";
    }
}
