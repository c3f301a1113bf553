/**
 * YAML files that people write for us: read safely (no types but the plain ones, bounded size and depth), with the line
 * and column of everything that is refused. {@link io.jenkins.plugins.delivery.engine.yaml.YamlFile} may be used from
 * outside.
 */
package io.jenkins.plugins.delivery.engine.yaml;
