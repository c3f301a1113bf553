/** Makes objects of the named arguments of a Jenkinsfile. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package org.jenkinsci.plugins.structs.describable;
