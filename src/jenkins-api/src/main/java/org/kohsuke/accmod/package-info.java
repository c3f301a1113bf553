/** Who may use what. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package org.kohsuke.accmod;
