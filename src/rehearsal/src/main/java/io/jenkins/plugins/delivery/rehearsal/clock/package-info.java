/**
 * Time of a rehearsal: waiting costs nothing, real work takes as long as it takes.
 *
 * <p>Everything here may be used by the other packages of the rehearsal. Whoever works outside the clock's own
 * threads holds a {@link io.jenkins.plugins.delivery.rehearsal.clock.Busy} token, so that time stands still
 * meanwhile.
 */
package io.jenkins.plugins.delivery.rehearsal.clock;
