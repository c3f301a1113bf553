/** Requests, responses, and named arguments of constructors. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package org.kohsuke.stapler;
