package io.jenkins.plugins.delivery.notify.mail;

import java.util.ArrayList;
import java.util.List;

/** Keeps what is sent, or refuses it. */
public final class Transport {
    public static final List<Message> SENT = new ArrayList<>();
    public static String refusal;

    private Transport() {}

    public static void send(Message message) {
        if (refusal != null) {
            throw new IllegalStateException(refusal);
        }
        SENT.add(message);
    }
}
