package io.jenkins.plugins.delivery.steps.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import io.jenkins.plugins.delivery.engine.scan.Baseline;
import io.jenkins.plugins.delivery.reports.BuildsBack;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/** Finds the earlier build that decides what is new. */
final class BaselineBuilds {
    private static final int MOST_BUILDS = 200;

    private final Run<?, ?> run;
    private final String scan;

    /** @param scan name of the scan whose earlier report is looked for */
    BaselineBuilds(Run<?, ?> run, String scan) {
        this.run = run;
        this.scan = scan;
    }

    /**
     * @param job name of another job of the same folder, or null
     * @param changeTarget branch that a change request goes to, or null
     * @throws AbortException if the named job is not there
     */
    Baseline find(@CheckForNull String job, @CheckForNull String changeTarget) throws IOException {
        if (job != null) {
            return of(sibling(job).orElseThrow(() -> unknown(job)).getLastBuild());
        }
        Optional<Job<?, ?>> target = changeTarget == null ? Optional.empty() : sibling(changeTarget);
        return of(target.isPresent() ? target.get().getLastBuild() : run.getPreviousBuild());
    }

    /**
     * The last good one, or the one that somebody has made the baseline. A build that had to stop something new must not
     * make its own findings old.
     */
    private Baseline of(@CheckForNull Run<?, ?> newest) throws IOException {
        Optional<ScanAction> found = BuildsBack.from(newest, MOST_BUILDS)
                .flatMap(build -> build.getActions(ScanAction.class).stream()
                        .filter(action -> action.getName().equals(scan))
                        .limit(1))
                .filter(BaselineBuilds::isBaseline)
                .findFirst();
        if (found.isEmpty()) {
            return Baseline.none();
        }
        Run<?, ?> build = found.get().getRun();
        return Baseline.of(
                build.getParent().getFullName() + " #" + build.getNumber(),
                found.get().store());
    }

    private static boolean isBaseline(ScanAction report) {
        Result result = report.getRun().getResult();
        if (result == null || report.getReset() != null) {
            return result != null;
        }
        return result.isBetterOrEqualTo(Result.UNSTABLE) && report.isComparable();
    }

    /** Findings of another folder may not be for everybody who can change this job. */
    private Optional<Job<?, ?>> sibling(String name) {
        for (Item item : siblings()) {
            if (item instanceof Job<?, ?> job && isCalled(item.getName(), name)) {
                return Optional.of(job);
            }
        }
        return Optional.empty();
    }

    /** A multibranch project encodes what a name cannot have: {@code release%2F1.0}. */
    private static boolean isCalled(String item, String name) {
        return item.equals(name)
                || URLDecoder.decode(item.replace("+", "%2B"), StandardCharsets.UTF_8)
                        .equals(name);
    }

    private Collection<? extends Item> siblings() {
        ItemGroup<?> folder = run.getParent().getParent();
        return folder.getItems();
    }

    private AbortException unknown(String name) {
        String hint =
                NearestMatch.hint(name, siblings().stream().map(Item::getName).toList());
        return new AbortException("baseline: there is no job '" + name + "' beside "
                + run.getParent().getFullName() + hint);
    }
}
