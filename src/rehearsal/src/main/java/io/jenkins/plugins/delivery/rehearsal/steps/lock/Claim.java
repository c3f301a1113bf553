package io.jenkins.plugins.delivery.rehearsal.steps.lock;

import java.io.Serializable;

/** Who wants a resource: a place in a build, the same before and after a restart. */
record Claim(String build, String node) implements Serializable {}
