package io.jenkins.plugins.delivery.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.delivery.rehearsal.conformance.RecordedAction;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Does to a running build what people did while it was recorded, over HTTP. */
final class RecordedPeople {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final RealJenkins jenkins;
    private final String job;
    private final int number;

    RecordedPeople(RealJenkins jenkins, String job, int number) {
        this.jenkins = jenkins;
        this.job = job;
        this.number = number;
    }

    /** Acts when it is time; returns what was answered otherwise than recorded, or nothing. */
    String act(RecordedAction action) throws InterruptedException {
        Builds.until(job + ": " + action.what(), () -> isTime(action) || hasEnded());
        TimeUnit.MILLISECONDS.sleep(action.after().toMillis());
        if (action.what().contains("restart")) {
            jenkins.killAndStart();
            RecordedJobs.prepare(jenkins);
            return "";
        }
        JenkinsClient person = new JenkinsClient(jenkins.url(), action.user(), action.user());
        JenkinsClient.Answer answer = person.post("job/" + job + "/" + number + "/" + route(action), form(action));
        return asRecorded(action, answer) ? "" : action.what() + " was answered with " + answer.status();
    }

    private static boolean asRecorded(RecordedAction action, JenkinsClient.Answer answer) {
        if (action.outcome().startsWith("HTTP 400: ")) {
            return answer.status() == 400
                    && answer.body().contains(action.outcome().substring("HTTP 400: ".length()));
        }
        return answer.status() < 400;
    }

    private static String route(RecordedAction action) {
        return switch (action.what()) {
            case "abort" -> "stop";
            case "term" -> "term";
            case "abortInput" -> "input/" + action.input() + "/abort";
            case "approve" -> "input/" + action.input() + "/proceedEmpty";
            default -> "input/" + action.input() + "/submit";
        };
    }

    private static Map<String, String> form(RecordedAction action) {
        if (!action.what().equals("submit")) {
            return Map.of();
        }
        ObjectNode json = JSON.createObjectNode();
        ArrayNode parameters = json.putArray("parameter");
        action.values().forEach((name, value) -> {
            ObjectNode parameter = parameters.addObject().put("name", name);
            if (value instanceof Boolean on) {
                parameter.put("value", on);
            } else {
                parameter.put("value", value.toString());
            }
        });
        return Map.of("proceed", "Proceed", "json", json.toString());
    }

    private boolean isTime(RecordedAction action) {
        if (action.log() != null) {
            String log = log();
            return log.lines().filter(line -> line.contains(action.log())).count() >= action.count();
        }
        return action.input() == null || inputs().contains(action.input());
    }

    private String inputs() {
        return admin().script("println jenkins.model.Jenkins.get().getItem('" + job + "').getBuildByNumber(" + number
                + ").getAction(org.jenkinsci.plugins.workflow.support.steps.input.InputAction)?.executions*.id");
    }

    private boolean hasEnded() {
        return log().contains("\nFinished: ");
    }

    private String log() {
        return admin().get("job/" + job + "/" + number + "/consoleText").body();
    }

    private JenkinsClient admin() {
        return new JenkinsClient(jenkins.url(), "admin", "admin");
    }
}
