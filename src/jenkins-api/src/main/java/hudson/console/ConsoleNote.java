package hudson.console;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.Writer;
import java.util.Collection;
import java.util.List;

public abstract class ConsoleNote<T> implements Serializable, Describable<ConsoleNote<?>>, ExtensionPoint {
    public static boolean INSECURE;
    public static final String PREAMBLE_STR = "\u001b[8mha:";
    public static final String POSTAMBLE_STR = "\u001b[0m";
    public static final byte[] PREAMBLE = null;
    public static final byte[] POSTAMBLE = null;

    public ConsoleNote() {}

    public ConsoleAnnotationDescriptor getDescriptor() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void encodeTo(OutputStream outputStream) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void encodeTo(Writer writer) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public String encode() throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static ConsoleNote readFrom(DataInputStream dataInputStream) throws IOException, ClassNotFoundException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static void skip(DataInputStream dataInputStream) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public static int findPreamble(byte[] value, int n, int n2) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static List<String> removeNotes(Collection<String> collection) {
        throw new UnsupportedOperationException("unwritten");
    }

    public static String removeNotes(String text) {
        throw new UnsupportedOperationException("unwritten");
    }
}
