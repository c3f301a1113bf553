/** Kinds of credentials, and lists of them. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package com.cloudbees.plugins.credentials.common;
