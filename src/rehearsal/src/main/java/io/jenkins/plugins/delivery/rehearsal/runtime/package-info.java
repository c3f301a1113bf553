/**
 * Runs one pipeline as Jenkins runs it: the script is transformed into continuations by groovy-cps, runs on one thread
 * (the "VM" of the run), and is written to disk whenever it waits for a step.
 *
 * <p>To be used from outside:
 *
 * <ul>
 *   <li>{@link io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRuntime} with {@link
 *       io.jenkins.plugins.delivery.rehearsal.runtime.PipelineRequest}, {@link
 *       io.jenkins.plugins.delivery.rehearsal.runtime.RunObserver}, {@link
 *       io.jenkins.plugins.delivery.rehearsal.runtime.KillPlan}, {@link
 *       io.jenkins.plugins.delivery.rehearsal.runtime.ShellInterceptor} and {@link
 *       io.jenkins.plugins.delivery.rehearsal.runtime.PipelineOutcome}: run a pipeline and see what came of it.
 *   <li>Steps are ordinary extensions: a {@code Step} with a {@code StepDescriptor} marked {@code @Extension}. {@link
 *       io.jenkins.plugins.delivery.rehearsal.runtime.KnownAs} gives the class name that Jenkins prints for it.
 *   <li>{@link io.jenkins.plugins.delivery.rehearsal.runtime.ScriptGlobal} (a service found by {@code ServiceLoader})
 *       adds a global variable such as {@code env} or {@code pipeline}; its value may be a script that comes with the
 *       rehearsal, is transformed like the Jenkinsfile but trusted: {@link
 *       io.jenkins.plugins.delivery.rehearsal.runtime.PipelineExecution#trustedScript}.
 *   <li>{@link io.jenkins.plugins.delivery.rehearsal.runtime.CompilerContribution} (a service too) sees and changes the
 *       source of every pipeline script before it is transformed.
 *   <li>Steps find the run they belong to with {@code context.get(PipelineExecution.class)}.
 * </ul>
 */
package io.jenkins.plugins.delivery.rehearsal.runtime;
