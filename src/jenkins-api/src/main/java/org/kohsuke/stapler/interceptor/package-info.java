/** Checks before a request is answered. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package org.kohsuke.stapler.interceptor;
