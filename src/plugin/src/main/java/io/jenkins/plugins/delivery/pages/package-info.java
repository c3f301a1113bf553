/**
 * What a page is made of beside its data: texts for its script, the page of settings, the page of a job.
 *
 * <p>The pages themselves are drawn by the modules in {@code src/main/webapp/js} out of JSON; a Jelly file is only the shell
 * around them.
 */
package io.jenkins.plugins.delivery.pages;
