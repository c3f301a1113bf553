package hudson.util;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.converters.ConversionException;
import com.thoughtworks.xstream.converters.Converter;
import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.SingleValueConverter;
import com.thoughtworks.xstream.converters.SingleValueConverterWrapper;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import com.thoughtworks.xstream.mapper.Mapper;
import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Uses the nested class {@code ConverterImpl} of a type where it has one. */
final class AssociatedConverter implements Converter {
    private final XStream xstream;
    private final Map<Class<?>, Optional<Converter>> found = new ConcurrentHashMap<>();

    AssociatedConverter(XStream xstream) {
        this.xstream = xstream;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public boolean canConvert(Class type) {
        return type != null && converter(type).isPresent();
    }

    @Override
    public void marshal(Object source, HierarchicalStreamWriter writer, MarshallingContext context) {
        converter(source.getClass()).orElseThrow().marshal(source, writer, context);
    }

    @Override
    public Object unmarshal(HierarchicalStreamReader reader, UnmarshallingContext context) {
        return converter(context.getRequiredType()).orElseThrow().unmarshal(reader, context);
    }

    private Optional<Converter> converter(Class<?> type) {
        return found.computeIfAbsent(type, this::find);
    }

    private Optional<Converter> find(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> nested : each.getDeclaredClasses()) {
                if (nested.getSimpleName().equals("ConverterImpl")) {
                    return Optional.of(instantiate(nested)).filter(converter -> converter.canConvert(type));
                }
            }
        }
        return Optional.empty();
    }

    private Converter instantiate(Class<?> nested) {
        Constructor<?> constructor = nested.getConstructors()[0];
        Class<?>[] types = constructor.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = types[i] == Mapper.class ? xstream.getMapper() : xstream;
        }
        try {
            Object converter = constructor.newInstance(arguments);
            return converter instanceof SingleValueConverter single
                    ? new SingleValueConverterWrapper(single)
                    : (Converter) converter;
        } catch (ReflectiveOperationException e) {
            throw new ConversionException("Cannot use " + nested.getName(), e);
        }
    }
}
