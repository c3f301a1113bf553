/** Looks images over: who they run as, how they are watched, and what should not be inside. May be used from outside: {@code ImageReview}. */
package io.jenkins.plugins.delivery.engine.flow.image;
