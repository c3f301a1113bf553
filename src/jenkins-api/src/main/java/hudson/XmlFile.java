package hudson;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.XStreamException;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import hudson.util.AtomicFileWriter;
import hudson.util.XStream2;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/** An object kept in an XML file, which is replaced as a whole or not at all. */
public final class XmlFile {
    private static final XStream DEFAULT = new XStream2();

    private final XStream xstream;
    private final File file;

    public XmlFile(File file) {
        this(DEFAULT, file);
    }

    public XmlFile(XStream xstream, File file) {
        this.xstream = xstream;
        this.file = file;
    }

    public File getFile() {
        return file;
    }

    public XStream getXStream() {
        return xstream;
    }

    public Object read() throws IOException {
        return unmarshal(null);
    }

    /** Reads into {@code target}, or into a new object when that is null. */
    public Object unmarshal(Object target) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.toPath()))) {
            HierarchicalStreamReader reader = XStream2.getDefaultDriver().createReader(in);
            return xstream.unmarshal(reader, target);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (XStreamException | LinkageError e) {
            throw new IOException("Unable to read " + file, e);
        }
    }

    public void write(Object value) throws IOException {
        mkdirs();
        AtomicFileWriter writer = new AtomicFileWriter(file.toPath(), StandardCharsets.UTF_8);
        try {
            writer.write("<?xml version='1.1' encoding='UTF-8'?>\n");
            xstream.toXML(value, writer);
            writer.write("\n");
            writer.commit();
        } catch (XStreamException e) {
            throw new IOException("Unable to write " + file, e);
        } finally {
            writer.abort();
        }
    }

    public boolean exists() {
        return file.exists();
    }

    public void delete() throws IOException {
        Files.deleteIfExists(file.toPath());
    }

    public void mkdirs() throws IOException {
        Files.createDirectories(file.getAbsoluteFile().getParentFile().toPath());
    }

    public Reader readRaw() throws IOException {
        return new InputStreamReader(Files.newInputStream(file.toPath()), StandardCharsets.UTF_8);
    }

    public String asString() throws IOException {
        return Files.readString(file.toPath());
    }

    public void writeRawTo(Writer writer) throws IOException {
        writer.write(asString());
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
