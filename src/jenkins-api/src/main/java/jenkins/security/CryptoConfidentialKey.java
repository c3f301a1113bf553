package jenkins.security;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts and decrypts with AES-128 and a key of this home. */
public class CryptoConfidentialKey extends ConfidentialKey {
    public static final int DEFAULT_IV_LENGTH = 16;

    public CryptoConfidentialKey(String id) {
        super(id);
    }

    @SuppressWarnings("rawtypes")
    public CryptoConfidentialKey(Class owner, String shortName) {
        this(owner.getName() + '.' + shortName);
    }

    public Cipher encrypt(byte[] iv) {
        return cipher(Cipher.ENCRYPT_MODE, iv);
    }

    public Cipher decrypt(byte[] iv) {
        return cipher(Cipher.DECRYPT_MODE, iv);
    }

    public byte[] newIv() {
        return newIv(DEFAULT_IV_LENGTH);
    }

    public byte[] newIv(int length) {
        return ConfidentialStore.get().randomBytes(length);
    }

    private Cipher cipher(int mode, byte[] iv) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(mode, new SecretKeySpec(loadOrCreate(16), "AES"), new IvParameterSpec(iv));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
