/** Where work may run. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package org.jenkinsci.remoting;
