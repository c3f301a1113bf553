/**
 * What secrets look like where they turn up although nobody wrote them there: in what a program prints or a server answers.
 *
 * <p>{@link io.jenkins.plugins.delivery.engine.secret.SecretForms} may be used from outside.
 */
package io.jenkins.plugins.delivery.engine.secret;
