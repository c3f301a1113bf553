package io.jenkins.plugins.delivery.jenkinsapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.tools.tar.TarEntry;
import org.apache.tools.tar.TarInputStream;
import org.apache.tools.tar.TarOutputStream;

/** Packs and unpacks files; nothing is unpacked outside the target. */
public final class Archives {
    private static final int ANY_EXECUTE = 0111;

    private Archives() {}

    /** Packs the files {@code names}, relative to {@code root}. */
    public static void tar(Path root, List<String> names, OutputStream out) throws IOException {
        TarOutputStream tar = new TarOutputStream(out);
        tar.setLongFileMode(TarOutputStream.LONGFILE_GNU);
        tar.setBigNumberMode(TarOutputStream.BIGNUMBER_STAR);
        for (String name : names) {
            Path file = root.resolve(name);
            TarEntry entry = new TarEntry(name);
            entry.setSize(Files.size(file));
            entry.setModTime(Files.getLastModifiedTime(file).toMillis());
            entry.setMode(TarEntry.DEFAULT_FILE_MODE | (Files.isExecutable(file) ? ANY_EXECUTE : 0));
            tar.putNextEntry(entry);
            Files.copy(file, tar);
            tar.closeEntry();
        }
        tar.finish();
    }

    public static void untar(InputStream in, Path target) throws IOException {
        TarInputStream tar = new TarInputStream(in);
        for (TarEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isSymbolicLink() || entry.isLink()) {
                throw new IOException("The archive contains the link " + entry.getName());
            }
            Path file = unpack(entry.getName(), entry.isDirectory(), tar, target);
            boolean executable = (entry.getMode() & ANY_EXECUTE) != 0;
            if (!entry.isDirectory() && executable && !file.toFile().setExecutable(true)) {
                throw new IOException("Cannot make " + file + " executable");
            }
        }
    }

    public static void zip(Path root, List<String> names, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (String name : names) {
            ZipEntry entry = new ZipEntry(name);
            entry.setLastModifiedTime(Files.getLastModifiedTime(root.resolve(name)));
            zip.putNextEntry(entry);
            Files.copy(root.resolve(name), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    public static void unzip(InputStream in, Path target) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            unpack(entry.getName(), entry.isDirectory(), zip, target);
        }
    }

    private static Path unpack(String name, boolean directory, InputStream content, Path target) throws IOException {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target.normalize())) {
            throw new IOException("The archive entry " + name + " would leave " + target);
        }
        Files.createDirectories(directory ? file : file.getParent());
        if (!directory) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
