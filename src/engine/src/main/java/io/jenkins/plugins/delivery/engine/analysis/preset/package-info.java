/** Ready-made queries: what is measured, times whose series are asked. Knows nothing of providers and judges. */
package io.jenkins.plugins.delivery.engine.analysis.preset;
