package io.jenkins.plugins.delivery.engine.smoke;

import java.io.Serializable;

/** A credential of a check as it goes over the wire. Handed to an agent over its channel; never stored, never shown. */
public sealed interface CheckCredential extends Serializable {
    /** @param value of the header {@code Authorization} */
    record Authorization(String value) implements CheckCredential {
        private static final long serialVersionUID = 1L;

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
