package hudson;

import com.thoughtworks.xstream.XStream;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

public final class XmlFile {
    public XmlFile(File file) {}

    public XmlFile(XStream xStream, File file) {}

    public XmlFile(XStream xStream, File file, boolean flag) {}

    public File getFile() {
        throw new UnsupportedOperationException("unwritten");
    }

    public XStream getXStream() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Object read() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Object unmarshal(Object value) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public Object unmarshalNullingOut(Object value) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void write(Object value) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean exists() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void delete() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void mkdirs() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String toString() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Reader readRaw() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String asString() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void writeRawTo(Writer writer) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }
}
