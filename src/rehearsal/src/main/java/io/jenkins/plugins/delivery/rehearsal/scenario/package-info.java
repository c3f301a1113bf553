/**
 * The course of events of a rehearsal: what the pipeline finds ({@code rehearsal.yaml}), what happens ({@code
 * scenarios/NAME.yaml}), and what must come of it. {@link
 * io.jenkins.plugins.delivery.rehearsal.scenario.RehearsalSettings} and {@link
 * io.jenkins.plugins.delivery.rehearsal.scenario.Scenario} read; {@link
 * io.jenkins.plugins.delivery.rehearsal.scenario.Scene} plays.
 */
package io.jenkins.plugins.delivery.rehearsal.scenario;
