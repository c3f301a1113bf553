package com.cloudbees.plugins.credentials;

import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.regex.Pattern;

public class SecretBytes implements Serializable {
    public static final Pattern ENCRYPTED_VALUE_PATTERN = null;

    public byte[] getPlainData() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean equals(Object value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public int hashCode() {
        throw new UnsupportedOperationException("unwritten");
    }

    public byte[] getEncryptedData() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static SecretBytes decrypt(byte[] value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static byte[] getPlainData(SecretBytes secretBytes) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static SecretBytes fromBytes(byte[] value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static SecretBytes fromRawBytes(byte[] value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static SecretBytes fromString(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static boolean isSecretBytes(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String toString(SecretBytes secretBytes) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected Object writeReplace() throws ObjectStreamException {
        throw new UnsupportedOperationException("unwritten");
    }

    protected Object readResolve() throws ObjectStreamException {
        throw new UnsupportedOperationException("unwritten");
    }
}
