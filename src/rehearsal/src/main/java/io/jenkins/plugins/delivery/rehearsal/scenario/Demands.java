package io.jenkins.plugins.delivery.rehearsal.scenario;

import io.jenkins.plugins.delivery.rehearsal.cluster.proxy.TrafficReport;
import io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome;
import io.jenkins.plugins.delivery.rehearsal.scenario.RehearsalSettings.Application;
import io.jenkins.plugins.delivery.rehearsal.scenario.Scenario.Expect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what came of a run with what the scenario demands. */
final class Demands {
    private final Expect expect;
    private final Optional<ClusterLife> life;

    Demands(Expect expect, Optional<ClusterLife> life) {
        this.expect = expect;
        this.life = life;
    }

    List<String> unmet(PipelineOutcome outcome) {
        List<String> unmet = new ArrayList<>();
        if (!outcome.result().toString().equals(expect.result())) {
            unmet.add("The result should be " + expect.result() + " but is " + outcome.result() + ".");
        }
        if (!expect.message().isEmpty() && !outcome.text().contains(expect.message())) {
            unmet.add("The log should contain \"" + expect.message() + "\".");
        }
        life.ifPresent(cluster -> {
            long lost =
                    cluster.traffic().stream().mapToLong(TrafficReport::lost).sum();
            if (lost > expect.lost()) {
                unmet.add(lost + " requests were lost, at most " + expect.lost() + " may be.");
            }
            if (!expect.serves().isEmpty()) {
                serves(cluster, unmet);
            }
            if (!expect.runs().isEmpty() && !cluster.allRun(expect.runs().equals("previous"))) {
                unmet.add("The pods should be of the " + expect.runs() + " version, but not all are.");
            }
        });
        return unmet;
    }

    private void serves(ClusterLife cluster, List<String> unmet) {
        Map<Application, String> addresses = cluster.addresses();
        if (addresses.isEmpty()) {
            unmet.add("Users should be served by " + expect.serves() + ", but nothing serves.");
        }
        addresses.forEach((application, url) -> {
            Set<String> versions = ServedVersions.ask(url);
            String before = application.previous() == null
                    ? ""
                    : application.previous().env().getOrDefault("APP_VERSION", "");
            boolean as =
                    switch (expect.serves()) {
                        case "previous" -> versions.equals(Set.of(before));
                        case "release" -> versions.size() == 1 && !versions.contains(before) && !versions.contains("");
                        default -> versions.equals(Set.of(expect.serves()));
                    };
            if (!as) {
                unmet.add("Users of " + application.name() + " should be served by " + expect.serves() + " but are by "
                        + String.join(" and ", versions) + ".");
            }
        });
    }
}
