/** What the REST interface shows. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package org.kohsuke.stapler.export;
