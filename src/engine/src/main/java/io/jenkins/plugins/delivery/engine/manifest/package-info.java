/**
 * What can be said of the objects of a release before and while they are rolled out: warnings, what an apply would change,
 * which permissions are missing, and what somebody else changed meanwhile.
 *
 * <p>Public types may be used from the rollout and plugin packages. Nothing here changes anything.
 */
package io.jenkins.plugins.delivery.engine.manifest;
