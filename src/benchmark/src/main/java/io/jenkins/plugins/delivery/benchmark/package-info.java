/** JMH benchmarks, each beside the peer that its figure is a ratio to. Nothing here may be used from outside. */
package io.jenkins.plugins.delivery.benchmark;
