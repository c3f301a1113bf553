package hudson.util;

import com.thoughtworks.xstream.converters.Converter;
import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import jenkins.security.CryptoConfidentialKey;

/** Text that is encrypted with a key of this home wherever it is stored. */
public final class Secret implements Serializable {
    public static final Pattern ENCRYPTED_VALUE_PATTERN = Pattern.compile("\\{?[A-Za-z0-9+/]+={0,2}}?");

    private static final long serialVersionUID = 1;
    private static final byte PAYLOAD_V1 = 1;
    private static final CryptoConfidentialKey KEY = new CryptoConfidentialKey(Secret.class.getName());

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public String getPlainText() {
        return value;
    }

    /** In braces: format, lengths of initialization vector and data, vector and data, as Base64. */
    public String getEncryptedValue() {
        try {
            byte[] iv = KEY.newIv();
            byte[] data = KEY.encrypt(iv).doFinal(value.getBytes(StandardCharsets.UTF_8));
            ByteBuffer payload = ByteBuffer.allocate(9 + iv.length + data.length);
            payload.put(PAYLOAD_V1)
                    .putInt(iv.length)
                    .putInt(data.length)
                    .put(iv)
                    .put(data);
            return "{" + Base64.getEncoder().encodeToString(payload.array()) + "}";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt", e);
        }
    }

    /** The secret that {@code data} encrypts, or null when it is not of {@link #getEncryptedValue}'s making. */
    public static Secret decrypt(String data) {
        if (data == null || !data.startsWith("{") || !data.endsWith("}")) {
            return null;
        }
        try {
            ByteBuffer payload = ByteBuffer.wrap(Base64.getDecoder().decode(data.substring(1, data.length() - 1)));
            if (payload.remaining() < 9 || payload.get() != PAYLOAD_V1) {
                return null;
            }
            int ivLength = payload.getInt();
            int dataLength = payload.getInt();
            if (ivLength < 0 || dataLength < 0 || (long) ivLength + dataLength != payload.remaining()) {
                return null;
            }
            byte[] iv = new byte[ivLength];
            byte[] encrypted = new byte[dataLength];
            payload.get(iv).get(encrypted);
            return new Secret(new String(KEY.decrypt(iv).doFinal(encrypted), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Accepts plain text and what {@link #getEncryptedValue} gave. */
    public static Secret fromString(String data) {
        String text = data == null ? "" : data;
        Secret secret = decrypt(text);
        return secret == null ? new Secret(text) : secret;
    }

    public static String toString(Secret secret) {
        return secret == null ? null : secret.getPlainText();
    }

    /** The plain text. Kept for compatibility; say {@link #getPlainText()}. */
    @Override
    public String toString() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Writes secrets encrypted. */
    public static final class ConverterImpl implements Converter {
        public ConverterImpl() {}

        @Override
        @SuppressWarnings("rawtypes")
        public boolean canConvert(Class type) {
            return type == Secret.class;
        }

        @Override
        public void marshal(Object source, HierarchicalStreamWriter writer, MarshallingContext context) {
            writer.setValue(((Secret) source).getEncryptedValue());
        }

        @Override
        public Object unmarshal(HierarchicalStreamReader reader, UnmarshallingContext context) {
            return fromString(reader.getValue());
        }
    }
}
