/**
 * The pages of the plugin in a real browser: a small server renders the shells that Jelly files are, answers routes by the
 * plugin's own classes, and enforces a stricter Content-Security-Policy than Jenkins does.
 *
 * <p>What the builds under {@code home} reported comes from rehearsals of the storefront, scenarios {@code good} and
 * {@code bad-release}: the reports of their {@code build.xml}, and the files beside it.
 */
package io.jenkins.plugins.delivery.rehearsal.pages;
