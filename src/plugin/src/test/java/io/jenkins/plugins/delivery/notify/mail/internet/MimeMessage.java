package io.jenkins.plugins.delivery.notify.mail.internet;

import io.jenkins.plugins.delivery.notify.mail.Message;
import io.jenkins.plugins.delivery.notify.mail.Session;

/** Stands where a mail library has its message with headers. */
public final class MimeMessage extends Message {
    public String from;
    public String to;
    public String subject;
    public String text;

    public MimeMessage(Session session) {}

    public void setFrom(String address) {
        from = address;
    }

    public void setRecipients(RecipientType type, String addresses) {
        to = addresses;
    }

    public void setSubject(String words, String charset) {
        subject = words;
    }

    public void setText(String words, String charset) {
        text = words;
    }
}
