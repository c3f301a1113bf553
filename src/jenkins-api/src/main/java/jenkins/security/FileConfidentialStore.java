package jenkins.security;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Files in {@code secrets}, encrypted with the master key beside them and readable by their owner alone. */
final class FileConfidentialStore extends ConfidentialStore {
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<Path, FileConfidentialStore> STORES = new ConcurrentHashMap<>();

    private final Path directory;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    private FileConfidentialStore(Path directory) {
        this.directory = directory;
    }

    static ConfidentialStore of(Path home) {
        return STORES.computeIfAbsent(
                home.toAbsolutePath().normalize(), each -> new FileConfidentialStore(each.resolve("secrets")));
    }

    @Override
    @CheckForNull
    protected byte[] load(ConfidentialKey key) throws IOException {
        byte[] payload = known.get(key.getId());
        Path file = directory.resolve(key.getId());
        if (payload == null && Files.exists(file)) {
            payload = crypt(Cipher.DECRYPT_MODE, Files.readAllBytes(file), file);
            known.put(key.getId(), payload);
        }
        return payload;
    }

    @Override
    protected void store(ConfidentialKey key, byte[] payload) throws IOException {
        Path file = directory.resolve(key.getId());
        write(file, crypt(Cipher.ENCRYPT_MODE, payload, file));
        known.put(key.getId(), payload.clone());
    }

    @Override
    public byte[] randomBytes(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private byte[] crypt(int mode, byte[] input, Path file) throws IOException {
        boolean encrypt = mode == Cipher.ENCRYPT_MODE;
        byte[] nonce = encrypt ? randomBytes(NONCE) : Arrays.copyOf(input, NONCE);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(masterKey(), "AES"), new GCMParameterSpec(128, nonce));
            if (!encrypt) {
                return cipher.doFinal(input, NONCE, input.length - NONCE);
            }
            byte[] data = cipher.doFinal(input);
            byte[] all = Arrays.copyOf(nonce, NONCE + data.length);
            System.arraycopy(data, 0, all, NONCE, data.length);
            return all;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("The key in " + file + " does not belong to this home", e);
        }
    }

    private synchronized byte[] masterKey() throws IOException {
        Path file = directory.resolve("master.key");
        if (!Files.exists(file)) {
            write(file, randomBytes(32));
        }
        return Files.readAllBytes(file);
    }

    private void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(directory);
        Files.write(file, content);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
