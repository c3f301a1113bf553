package io.jenkins.plugins.delivery.rehearsal.runtime;

/** Marks the descriptor of a step that is shown as a block but is called without one, such as {@code load}. */
public interface BlockOptional {}
