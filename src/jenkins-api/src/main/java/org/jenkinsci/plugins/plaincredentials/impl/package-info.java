/** Secret texts and files as the controller keeps them. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package org.jenkinsci.plugins.plaincredentials.impl;
