package io.jenkins.plugins.delivery.notify.mail;

/** Stands where a mail library has its message. */
public abstract class Message {
    /** Stands where a mail library has kinds of recipients. */
    public static class RecipientType {
        public static final RecipientType TO = new RecipientType();
    }
}
