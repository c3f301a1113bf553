/**
 * Container images: a registry on the loopback interface, images loaded from tars, and their files on this machine.
 *
 * <p>From outside: {@link io.jenkins.plugins.delivery.rehearsal.cluster.image.ImageRegistry}, {@link
 * io.jenkins.plugins.delivery.rehearsal.cluster.image.Image}.
 */
package io.jenkins.plugins.delivery.rehearsal.cluster.image;
