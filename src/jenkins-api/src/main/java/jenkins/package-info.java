/** File work that the controller sends to agents. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package jenkins;
