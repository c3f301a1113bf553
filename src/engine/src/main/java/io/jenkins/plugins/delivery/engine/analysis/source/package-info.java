/**
 * Where numbers come from: one class for each kind of provider, and how each answer is read. The rollout's driver makes
 * them from the administrator's settings; nothing of a Jenkinsfile decides whom they contact.
 */
package io.jenkins.plugins.delivery.engine.analysis.source;
