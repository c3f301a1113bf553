package com.cloudbees.plugins.credentials;

import com.thoughtworks.xstream.converters.Converter;
import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import hudson.util.Secret;
import java.io.Serializable;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** Bytes that are encrypted with a key of this home wherever they are stored. */
public class SecretBytes implements Serializable {
    private static final long serialVersionUID = 1;
    private final byte[] value;

    private SecretBytes(byte[] value) {
        this.value = value.clone();
    }

    /** Bytes that are not encrypted yet. */
    public static SecretBytes fromRawBytes(byte[] data) {
        return new SecretBytes(data);
    }

    public byte[] getPlainData() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretBytes that && MessageDigest.isEqual(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** Encrypted. */
    @Override
    public String toString() {
        return Secret.fromString(Base64.getEncoder().encodeToString(value)).getEncryptedValue();
    }

    /** Writes them encrypted. */
    public static final class ConverterImpl implements Converter {
        public ConverterImpl() {}

        @Override
        @SuppressWarnings("rawtypes")
        public boolean canConvert(Class type) {
            return type == SecretBytes.class;
        }

        @Override
        public void marshal(Object source, HierarchicalStreamWriter writer, MarshallingContext context) {
            writer.setValue(source.toString());
        }

        @Override
        public Object unmarshal(HierarchicalStreamReader reader, UnmarshallingContext context) {
            return new SecretBytes(Base64.getDecoder()
                    .decode(Secret.fromString(reader.getValue()).getPlainText()));
        }
    }
}
