package jenkins.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Message authentication codes (HMAC-SHA-256) with a key of this home. */
public class HMACConfidentialKey extends ConfidentialKey {
    private static final int BYTES = 32;
    private final int length;

    /** Cuts the codes to {@code length} bytes. */
    public HMACConfidentialKey(String id, int length) {
        super(id);
        this.length = length;
    }

    public HMACConfidentialKey(String id) {
        this(id, BYTES);
    }

    @SuppressWarnings("rawtypes")
    public HMACConfidentialKey(Class owner, String shortName, int length) {
        this(owner.getName() + '.' + shortName, length);
    }

    @SuppressWarnings("rawtypes")
    public HMACConfidentialKey(Class owner, String shortName) {
        this(owner, shortName, BYTES);
    }

    public synchronized byte[] mac(byte[] message) {
        byte[] code = createMac().doFinal(message);
        return code.length == length ? code : Arrays.copyOf(code, length);
    }

    public boolean checkMac(byte[] message, byte[] mac) {
        return MessageDigest.isEqual(mac(message), mac);
    }

    public String mac(String message) {
        return HexFormat.of().formatHex(mac(message.getBytes(StandardCharsets.UTF_8)));
    }

    public boolean checkMac(String message, String mac) {
        return MessageDigest.isEqual(
                mac(message).getBytes(StandardCharsets.US_ASCII), mac.getBytes(StandardCharsets.UTF_8));
    }

    public Mac createMac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(loadOrCreate(BYTES), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
