/**
 * Reports of the tools around a release (infrastructure plans, migrations, load tests …): read by kind, turned into figures,
 * rows and sentences, and judged by gates.
 *
 * <p>A new kind is one {@link io.jenkins.plugins.delivery.engine.flow.ReportKind}, registered in
 * {@link io.jenkins.plugins.delivery.engine.flow.ReportKinds}. May be used from outside: the public types.
 */
package io.jenkins.plugins.delivery.engine.flow;
