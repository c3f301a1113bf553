/**
 * The step {@code deliveryReport}: what tools around a release leave behind, read on the agent, judged, and shown on the
 * build page. What kinds there are is the engine's business ({@code engine.flow}).
 *
 * <p>May be used from outside: {@link io.jenkins.plugins.delivery.flow.FlowReportAction}.
 */
package io.jenkins.plugins.delivery.flow;
