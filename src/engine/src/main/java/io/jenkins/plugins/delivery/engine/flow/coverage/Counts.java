package io.jenkins.plugins.delivery.engine.flow.coverage;

/** What a report says of lines and branches. */
record Counts(Ratio lines, Ratio branches) {}
