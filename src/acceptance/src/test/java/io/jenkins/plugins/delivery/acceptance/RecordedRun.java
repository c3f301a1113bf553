package io.jenkins.plugins.delivery.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.delivery.rehearsal.conformance.Comparison;
import io.jenkins.plugins.delivery.rehearsal.conformance.ConformanceCase;
import io.jenkins.plugins.delivery.rehearsal.conformance.Normalizer;
import io.jenkins.plugins.delivery.rehearsal.conformance.RecordedAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** All builds of one recorded pipeline, on a real Jenkins, and how they differ from the recording. */
final class RecordedRun {
    private final RealJenkins jenkins;
    private final ConformanceCase subject;
    private final RecordedJobs jobs;
    private final Builds builds;
    private final List<String> differences = new ArrayList<>();

    RecordedRun(RealJenkins jenkins, ConformanceCase subject, Path repositories) {
        this.jenkins = jenkins;
        this.subject = subject;
        this.builds = new Builds(new JenkinsClient(jenkins.url(), "admin", "admin"));
        this.jobs = new RecordedJobs(jenkins, builds, repositories);
    }

    /** Whether it needs the controller, or the library, for itself. */
    static boolean alone(ConformanceCase subject) {
        return subject.area().equals("lifecycle-restart") || subject.json().hasNonNull("library");
    }

    List<String> differences() {
        try {
            jobs.make(subject);
            String job = RecordedJobs.name(subject);
            Map<Integer, JsonNode> running = new HashMap<>();
            for (int i = 0; i < subject.recordings().size(); i++) {
                JsonNode recording = subject.recordings().get(i);
                JsonNode plan = subject.json().path("runPlan").path(i);
                commit(plan.path("commitBefore"));
                int number = builds.begin(job, parameters(recording));
                running.put(number, recording);
                for (JsonNode action : recording.path("actions")) {
                    String answered = new RecordedPeople(jenkins, job, number).act(RecordedAction.of(action));
                    if (!answered.isEmpty()) {
                        differences.add(answered);
                        stop(job, number);
                    }
                }
                if (plan.path("runsConcurrently").asBoolean()) {
                    TimeUnit.SECONDS.sleep(
                            plan.path("nextRunStartsAfterSeconds").asLong());
                } else {
                    running.forEach((build, recorded) -> compare(job, build, recorded));
                    running.clear();
                }
            }
        } catch (Exception failure) {
            differences.add("ended with " + failure);
        }
        return differences;
    }

    /** What nobody lets go on would be waited for in vain. */
    private void stop(String job, int number) {
        new JenkinsClient(jenkins.url(), "admin", "admin").post("job/" + job + "/" + number + "/stop", Map.of());
    }

    private void commit(JsonNode commit) {
        if (commit.isObject()) {
            GitRepository repository = GitRepository.at(jobs.repository(subject));
            commit.path("files")
                    .fields()
                    .forEachRemaining(file ->
                            repository.write(file.getKey(), file.getValue().asText()));
            repository.commit(commit.path("message").asText());
        }
    }

    private static Map<String, String> parameters(JsonNode recording) {
        Map<String, String> parameters = new HashMap<>();
        ConformanceCase.parameters(recording).forEach((name, value) -> parameters.put(name, String.valueOf(value)));
        return parameters;
    }

    private void compare(String job, int number, JsonNode recording) {
        Builds.Ended ended = builds.end(job, number);
        Path home = jenkins.home().folder();
        Normalizer normalizer = new Normalizer(
                home,
                home.resolve("workspace").resolve(job),
                job,
                jobs.repository(subject),
                jenkins.url().toString());
        String prefix = subject.recordings().size() == 1 ? "" : "build " + number + ": ";
        differences(ended, recording, normalizer).forEach(difference -> differences.add(prefix + difference));
    }

    static List<String> differences(Builds.Ended ended, JsonNode recording, Normalizer normalizer) {
        return new Comparison(recording, ended.result(), RealLog.parse(ended.log()), normalizer::own).differences();
    }
}
