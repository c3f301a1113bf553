/** Work that is sent to other machines. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package hudson.remoting;
