package hudson.util;

import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import javax.crypto.Cipher;

public final class Secret implements Serializable {
    public static final Pattern ENCRYPTED_VALUE_PATTERN = null;
    public static final boolean AUTO_ENCRYPT_PASSWORD_CONTROL = false;
    public static boolean BLANK_NONSECRET_PASSWORD_FIELDS_WITHOUT_ITEM_CONFIGURE;

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getPlainText() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getEncryptedValue() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Secret decrypt(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Cipher getCipher(String text) throws GeneralSecurityException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static Secret fromString(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String toString(Secret secret) {
        throw new UnsupportedOperationException("unwritten");
    }
}
