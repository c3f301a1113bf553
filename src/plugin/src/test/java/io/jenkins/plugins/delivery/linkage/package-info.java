/** Proves that plugin and engine link in a real Jenkins. */
package io.jenkins.plugins.delivery.linkage;
