package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A credential of a check as it goes over the wire. Handed to an agent over its channel; never stored, never shown. */
public sealed interface CheckCredential extends Serializable {
    /** @param value of the header {@code Authorization} */
    record Authorization(String value) implements CheckCredential {
        private static final long serialVersionUID = 1L;
        private static final String BASIC = "Basic ";

        /** What nobody may read: what follows the scheme, and the password that a basic authentication encodes there. */
        List<String> secrets() {
            String given = value.substring(value.indexOf(' ') + 1);
            if (!value.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
                return List.of(given);
            }
            String pair = new String(Base64.getDecoder().decode(given), StandardCharsets.UTF_8);
            return List.of(given, pair, pair.substring(pair.indexOf(':') + 1));
        }

        @Override
        public String toString() {
            return "Authorization[…]";
        }
    }

    /**
     * A client certificate.
     *
     * @param pkcs12 key store with one key
     * @param password of the key store
     */
    record ClientCertificate(byte[] pkcs12, char[] password) implements CheckCredential {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "ClientCertificate[…]";
        }
    }
}
