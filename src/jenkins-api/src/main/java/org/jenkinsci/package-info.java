/** The names of extensions in a Jenkinsfile. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package org.jenkinsci;
