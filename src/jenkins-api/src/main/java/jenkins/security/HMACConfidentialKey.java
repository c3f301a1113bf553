package jenkins.security;

import javax.crypto.Mac;

public class HMACConfidentialKey extends ConfidentialKey {
    public HMACConfidentialKey(String text, int n) {
        super((String) null);
    }

    public HMACConfidentialKey(String text) {
        super((String) null);
    }

    public HMACConfidentialKey(Class type, String text, int n) {
        super((String) null);
    }

    public HMACConfidentialKey(Class type, String text) {
        super((String) null);
    }

    public synchronized byte[] mac(byte[] value) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean checkMac(byte[] value, byte[] value2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String mac(String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean checkMac(String text, String text2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Mac createMac() {
        throw new UnsupportedOperationException("unwritten");
    }
}
