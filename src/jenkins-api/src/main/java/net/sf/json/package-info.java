/** JSON as forms submit it. Only what the plugin and the rehearsal use, with the signatures of Jenkins. */
package net.sf.json;
