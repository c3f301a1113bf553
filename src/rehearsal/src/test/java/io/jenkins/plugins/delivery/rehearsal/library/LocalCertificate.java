package io.jenkins.plugins.delivery.rehearsal.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key with a certificate for localhost that signs itself, made by the keytool of this Java. */
final class LocalCertificate {
    /** The file that whoever trusts it reads. */
    static final String TRUSTED = "trusted.jks";

    private static final String PASSWORD = "changeit";

    private LocalCertificate() {}

    /** Writes it into a folder, and returns what a server shows it with. */
    static SSLContext make(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("staging.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String command = keytool + " -genkeypair -storetype PKCS12 -storepass " + PASSWORD
                + " -keyalg EC -alias shop -validity 90 -dname CN=shop -ext san=dns:localhost -ext bc:c -keystore "
                + store;
        if (new ProcessBuilder(command.split(" ")).inheritIO().start().waitFor() != 0) {
            throw new IOException("keytool could not make a certificate");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry("shop", keys.getCertificate("shop"));
        try (OutputStream out = Files.newOutputStream(folder.resolve(TRUSTED))) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
