/**
 * Declarative Pipeline: {@code pipeline { … }} in a Jenkinsfile or in a variable of a library.
 *
 * <p>While Groovy converts the source to a syntax tree, {@link
 * io.jenkins.plugins.delivery.rehearsal.declarative.DeclarativeCustomizer} reads the block into an immutable model ({@code *Parser}), reports
 * what is wrong with it as compilation errors ({@code *Validator}), and replaces the block by a call with nested maps and closures
 * ({@code ProgramEmitter}), which the CPS compiled interpreter then runs like any other part of the program. From outside only the
 * customizer, the schema types and the run-time entry are used.
 */
package io.jenkins.plugins.delivery.rehearsal.declarative;
