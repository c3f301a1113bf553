/**
 * Texts for people, as Markdown and as HTML, from one value. What goes in is text and comes out as text: nothing that
 * somebody wrote into a commit or a reason becomes markup.
 */
package io.jenkins.plugins.delivery.engine.document;
