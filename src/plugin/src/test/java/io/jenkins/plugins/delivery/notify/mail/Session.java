package io.jenkins.plugins.delivery.notify.mail;

/** Stands where a mail library has its session. */
public final class Session {}
