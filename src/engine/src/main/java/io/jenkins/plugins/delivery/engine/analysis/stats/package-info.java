/**
 * The mathematics of judging: two samples compared by ranks, effect sizes, outliers, and tests that stay valid however
 * often somebody looks. Pure functions of numbers; public types may be used from the judges and from benchmarks.
 */
package io.jenkins.plugins.delivery.engine.analysis.stats;
