package io.jenkins.plugins.delivery.engine.analysis.preset;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The queries of one preset.
 *
 * @param value the number itself
 * @param samples how many requests stand behind it in the window; null where nobody counts them
 * @param events requests that are bad, of a share; null for other presets
 * @param buckets requests by the upper bound of their time to answer, of a quantile; null for other presets
 * @param quantile which one, 0 to 1; 0 for other presets
 * @param perSecond units of a bucket's bound in a second
 */
public record PresetQueries(
        String value,
        @CheckForNull String samples,
        @CheckForNull String events,
        @CheckForNull String buckets,
        double quantile,
        int perSecond) {

    static PresetQueries plain(String value, String samples) {
        return new PresetQueries(value, samples, null, null, 0, 1);
    }

    static PresetQueries share(String value, String samples, String events) {
        return new PresetQueries(value, samples, events, null, 0, 1);
    }

    static PresetQueries quantile(String value, String samples, String buckets, double quantile, int perSecond) {
        return new PresetQueries(value, samples, null, buckets, quantile, perSecond);
    }

    static PresetQueries ofPods(String resource) {
        return new PresetQueries(resource + " {{namespace}}/{{pods}}", null, null, null, 0, 1);
    }
}
