package hudson.util;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.io.HierarchicalStreamDriver;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import com.thoughtworks.xstream.io.xml.PrettyPrintWriter;
import com.thoughtworks.xstream.io.xml.StaxDriver;
import hudson.model.Result;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * XStream as the controller uses it: XML 1.1, unknown elements are passed over, and a class may bring its converter
 * as a nested class named {@code ConverterImpl}.
 */
public class XStream2 extends XStream {
    public XStream2() {
        this(getDefaultDriver());
    }

    public XStream2(HierarchicalStreamDriver driver) {
        super(driver);
        setClassLoader(XStream2.class.getClassLoader());
        addPermission(new SafeTypes());
        ignoreUnknownElements();
    }

    public static HierarchicalStreamDriver getDefaultDriver() {
        return new Xml11Driver();
    }

    @Override
    protected void setupConverters() {
        super.setupConverters();
        registerConverter(new AssociatedConverter(this), PRIORITY_LOW + 1);
        registerConverter(new RobustCollections(getMapper()), PRIORITY_NORMAL + 1);
        registerConverter(Result.conv, PRIORITY_NORMAL);
    }

    public void addCompatibilityAlias(String oldClassName, Class newClass) {
        alias(oldClassName, newClass);
    }

    public void toXMLUTF8(Object value, OutputStream out) throws java.io.IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write("<?xml version=\"1.1\" encoding=\"UTF-8\"?>\n");
        toXML(value, writer);
        writer.flush();
    }

    /** Control characters, as in coloured console output, exist in XML 1.1 only. */
    private static final class Xml11Driver extends StaxDriver {
        @Override
        public HierarchicalStreamWriter createWriter(Writer out) {
            return new PrettyPrintWriter(out, PrettyPrintWriter.XML_1_1, getNameCoder());
        }

        @Override
        public HierarchicalStreamReader createReader(java.io.InputStream in) {
            return super.createReader(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }
}
