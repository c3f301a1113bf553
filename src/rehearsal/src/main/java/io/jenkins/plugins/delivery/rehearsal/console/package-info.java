/** What a person sees in the terminal while a rehearsal runs, and the summary at its end. For {@code Main}. */
package io.jenkins.plugins.delivery.rehearsal.console;
