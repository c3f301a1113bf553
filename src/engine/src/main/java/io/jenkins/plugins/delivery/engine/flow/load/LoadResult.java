package io.jenkins.plugins.delivery.engine.flow.load;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * What a load test found.
 *
 * @param tool that ran it
 * @param perSecond requests a second; null where it cannot be known
 * @param all every request
 * @param single the requests by their name, none where the tool tells only the whole
 * @param failures limits of the tool's own that did not hold
 */
record LoadResult(
        String tool, @CheckForNull Double perSecond, LoadNumbers all, List<LoadNumbers> single, List<String> failures) {
    LoadResult {
        single = List.copyOf(single);
        failures = List.copyOf(failures);
    }
}
