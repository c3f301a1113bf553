/**
 * The settings that something which runs began with. Renaming, changing or deleting them meanwhile takes nothing away from
 * it, and leads it nowhere else; no secret is kept. The steps use it.
 */
package io.jenkins.plugins.delivery.kept;
