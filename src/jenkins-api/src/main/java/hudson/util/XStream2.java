package hudson.util;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.converters.Converter;
import com.thoughtworks.xstream.converters.ConverterLookup;
import com.thoughtworks.xstream.converters.ConverterRegistry;
import com.thoughtworks.xstream.converters.DataHolder;
import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.converters.reflection.ReflectionProvider;
import com.thoughtworks.xstream.core.ClassLoaderReference;
import com.thoughtworks.xstream.io.HierarchicalStreamDriver;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import com.thoughtworks.xstream.mapper.Mapper;
import com.thoughtworks.xstream.mapper.MapperWrapper;
import java.io.IOException;
import java.io.OutputStream;

public class XStream2 extends XStream {
    public static final String COLLECTION_UPDATE_LIMIT_PROPERTY_NAME = null;

    public static HierarchicalStreamDriver getDefaultDriver() {
        throw new UnsupportedOperationException("unwritten");
    }

    public XStream2() {}

    public XStream2(HierarchicalStreamDriver hierarchicalStreamDriver) {}

    public XStream2(
            ReflectionProvider reflectionProvider,
            HierarchicalStreamDriver hierarchicalStreamDriver,
            ClassLoaderReference classLoaderReference,
            Mapper mapper,
            ConverterLookup converterLookup,
            ConverterRegistry converterRegistry) {}

    public Object unmarshal(HierarchicalStreamReader hierarchicalStreamReader, Object value, DataHolder dataHolder) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Object unmarshal(
            HierarchicalStreamReader hierarchicalStreamReader, Object value, DataHolder dataHolder, boolean flag) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected void setupConverters() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void addCriticalField(Class<?> type, String text) {
        throw new UnsupportedOperationException("unwritten");
    }

    protected MapperWrapper wrapMapper(MapperWrapper mapperWrapper) {
        throw new UnsupportedOperationException("unwritten");
    }

    public Mapper getMapperInjectionPoint() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void toXML(Object value, OutputStream outputStream) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void toXMLUTF8(Object value, OutputStream outputStream) throws IOException {
        throw new UnsupportedOperationException("unwritten");
    }

    public void setMapper(Mapper mapper) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void addCompatibilityAlias(String text, Class type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public abstract class PassthruConverter<T> implements Converter {
        protected PassthruConverter() {}

        public boolean canConvert(Class type) {
            throw new UnsupportedOperationException("unwritten");
        }

        public void marshal(
                Object value,
                HierarchicalStreamWriter hierarchicalStreamWriter,
                MarshallingContext marshallingContext) {
            throw new UnsupportedOperationException("unwritten");
        }

        public Object unmarshal(
                HierarchicalStreamReader hierarchicalStreamReader, UnmarshallingContext unmarshallingContext) {
            throw new UnsupportedOperationException("unwritten");
        }

        protected abstract void callback(T value, UnmarshallingContext unmarshallingContext);
    }
}
