package io.jenkins.plugins.delivery.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Pipeline jobs, made and run as their authors do it. */
public final class Builds {
    /** The description of each job that the suite makes. */
    static final String MARK = "Made by the acceptance suite";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 200;

    private final JenkinsClient admin;

    public Builds(JenkinsClient admin) {
        this.admin = admin;
    }

    /**
     * Makes or changes a job whose Jenkinsfile runs in the sandbox.
     *
     * @param name of the job; in a folder, {@code folder/job/name}, as everywhere here
     * @throws AcceptanceException when there is one of this name that is not the suite's
     */
    public void job(String name, String jenkinsfile) {
        String xml = "<flow-definition plugin='workflow-job'><description>" + MARK
                + "</description><definition class='org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition' plugin='workflow-cps'><script>"
                + escaped(jenkinsfile) + "</script><sandbox>true</sandbox></definition></flow-definition>";
        define(name, xml);
    }

    /**
     * Makes or changes a job as its {@code config.xml} says, which begins with the {@link #MARK} as its description.
     *
     * @throws AcceptanceException when there is one of this name that is not the suite's
     */
    void define(String name, String xml) {
        JenkinsClient.Answer before = admin.get("job/" + name + "/api/json?tree=description");
        boolean there = before.status() == 200;
        if (there && !MARK.equals(before.json().path("description").asText())) {
            throw new AcceptanceException("There is a job " + name + " already, which is not the suite's: rename it.");
        }
        JenkinsClient.Answer answer = there
                ? admin.post("job/" + name + "/config.xml", "application/xml", xml)
                : admin.post(creator(name), "application/xml", xml);
        if (answer.status() != 200) {
            throw new AcceptanceException(
                    "Job " + name + " could not be made: " + answer.status() + " " + answer.body());
        }
    }

    private static String creator(String name) {
        int last = name.lastIndexOf("/job/");
        return last < 0
                ? "createItem?name=" + name
                : "job/" + name.substring(0, last) + "/createItem?name=" + name.substring(last + "/job/".length());
    }

    /** Starts the next build and returns its number, without waiting for its end. */
    public int begin(String job) {
        return begin(job, Map.of());
    }

    /** Starts the next build with these parameters, if any. */
    public int begin(String job, Map<String, String> parameters) {
        int number =
                admin.json("job/" + job + "/api/json").path("nextBuildNumber").asInt();
        String route = parameters.isEmpty() ? "/build?delay=0sec" : "/buildWithParameters?delay=0sec";
        JenkinsClient.Answer answer = admin.post("job/" + job + route, parameters);
        if (answer.status() >= 400) {
            throw new AcceptanceException("Job " + job + " could not be started: " + answer.status());
        }
        until("build " + number + " of " + job + " begins", () -> status(job, number) != null);
        return number;
    }

    /** Runs a Jenkinsfile to its end. */
    public Ended run(String job, String jenkinsfile) {
        job(job, jenkinsfile);
        return end(job, begin(job));
    }

    /** Waits for the end of a build. */
    public Ended end(String job, int number) {
        until("build " + number + " of " + job + " ends", () -> {
            JsonNode status = status(job, number);
            return status != null && !status.path("building").asBoolean();
        });
        return new Ended(number, status(job, number).path("result").asText(), log(job, number));
    }

    public String log(String job, int number) {
        return admin.get("job/" + job + "/" + number + "/consoleText").body();
    }

    /** Waits until the log of a build contains a text. */
    public void awaitLog(String job, int number, String text) {
        until("the log of " + job + " says \"" + text + "\"", () -> {
            String log = log(job, number);
            if (log.contains("\nFinished: ") && !log.contains(text)) {
                throw new AcceptanceException(job + " #" + number + " ended without saying \"" + text + "\":\n" + log);
            }
            return log.contains(text);
        });
    }

    private JsonNode status(String job, int number) {
        JenkinsClient.Answer answer =
                admin.get("job/" + job + "/" + number + "/api/json?tree=building,result,actions[*]");
        return answer.status() == 200 ? answer.json() : null;
    }

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AcceptanceException(
                        "Waited " + PATIENCE.toMinutes() + " minutes in vain until " + what + ".");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AcceptanceException("Interrupted before " + what, e);
            }
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** How a build ended. */
    public record Ended(int number, String result, String log) {}
}
