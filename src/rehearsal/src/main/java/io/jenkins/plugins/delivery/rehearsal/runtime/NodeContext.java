package io.jenkins.plugins.delivery.rehearsal.runtime;

import java.io.Serializable;

/** Says that a block runs on a node, and which workspace it has there. */
public record NodeContext(String workspace) implements Serializable {}
