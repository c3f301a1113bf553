package io.jenkins.plugins.delivery.engine.record;

/**
 * One of the four figures by which DORA describes how software is delivered.
 *
 * @see DoraMetrics
 */
public sealed interface DoraFigure {
    /**
     * It could be told.
     *
     * @param value in the unit
     * @param unit {@code deployment days a week}, {@code minutes} or {@code percent}
     * @param count how many deployments or incidents it is made of
     * @param of how many there were; those missing lack what it takes to be counted
     * @param level the group of DORA's report that has such a value
     */
    record Available(double value, String unit, int count, int of, DoraLevel level) implements DoraFigure {}

    /**
     * It could not be told, which is not the same as 0.
     *
     * @param reason what is missing
     */
    record NotAvailable(String reason) implements DoraFigure {}
}
