package io.jenkins.plugins.delivery.reports;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import java.util.Objects;
import java.util.stream.Stream;

/** A build and those before it, the newest first. Each is loaded only when it is looked at: most jobs have many. */
public final class BuildsBack {
    private BuildsBack() {}

    /**
     * @param newest null for no build at all
     * @param most how many builds are looked at
     */
    public static Stream<Run<?, ?>> from(@CheckForNull Run<?, ?> newest, int most) {
        return Stream.<Run<?, ?>>iterate(newest, Objects::nonNull, build -> build.getPreviousBuild())
                .limit(most);
    }
}
