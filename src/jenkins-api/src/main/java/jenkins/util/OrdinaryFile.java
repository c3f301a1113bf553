package jenkins.util;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;

/** A file of this machine. */
final class OrdinaryFile extends VirtualFile {
    private static final long serialVersionUID = 1;
    private final File file;

    OrdinaryFile(File file) {
        this.file = file;
    }

    @Override
    public String getName() {
        return file.getName();
    }

    @Override
    public URI toURI() {
        return file.toURI();
    }

    @Override
    public VirtualFile getParent() {
        return new OrdinaryFile(file.getParentFile());
    }

    @Override
    public boolean isDirectory() {
        return file.isDirectory();
    }

    @Override
    public boolean isFile() {
        return file.isFile();
    }

    @Override
    public boolean exists() {
        return file.exists();
    }

    @Override
    public VirtualFile[] list() {
        File[] children = file.listFiles();
        return children == null
                ? new VirtualFile[0]
                : Arrays.stream(children).sorted().map(OrdinaryFile::new).toArray(VirtualFile[]::new);
    }

    @Override
    public VirtualFile child(String name) {
        return new OrdinaryFile(new File(file, name));
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public long lastModified() {
        return file.lastModified();
    }

    @Override
    public boolean canRead() {
        return file.canRead();
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file.toPath());
    }
}
