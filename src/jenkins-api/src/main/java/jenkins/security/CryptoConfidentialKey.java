package jenkins.security;

import javax.crypto.Cipher;

public class CryptoConfidentialKey extends ConfidentialKey {
    public static final int DEFAULT_IV_LENGTH = 16;

    public CryptoConfidentialKey(String text) {
        super((String) null);
    }

    public CryptoConfidentialKey(Class type, String text) {
        super((String) null);
    }

    public Cipher encrypt() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Cipher encrypt(byte[] value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Cipher decrypt(byte[] value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public byte[] newIv(int n) {
        throw new UnsupportedOperationException("unwritten");
    }

    public byte[] newIv() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Cipher decrypt() {
        throw new UnsupportedOperationException("unwritten");
    }
}
