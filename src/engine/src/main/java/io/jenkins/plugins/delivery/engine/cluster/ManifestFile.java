package io.jenkins.plugins.delivery.engine.cluster;

/**
 * One file of manifests.
 *
 * @param name path as the Jenkinsfile sees it, for errors
 * @param text YAML, one document or several
 */
public record ManifestFile(String name, String text) {}
