package io.jenkins.plugins.delivery.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import hudson.model.Describable;
import java.beans.Introspector;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** What a Jenkinsfile or a configuration file can say about a class, as Jenkins binds it. */
final class DataBound {
    /** What required arguments get, to see which others take their value from them. */
    private static final String GIVEN = "given";

    private final Class<?> type;
    private final Map<String, Type> fields = new TreeMap<>();
    private final List<String> required;

    DataBound(Class<?> type) {
        this.type = type;
        required = Arrays.stream(constructor().getParameters())
                .map(Parameter::getName)
                .toList();
        for (Parameter parameter : constructor().getParameters()) {
            fields.put(parameter.getName(), parameter.getParameterizedType());
        }
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                fields.put(
                        Introspector.decapitalize(method.getName().substring("set".length())),
                        method.getGenericParameterTypes()[0]);
            }
        }
    }

    static Stream<Class<?>> classes() {
        return new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(Describable.class::isAssignableFrom)
                        .filter(type -> !Modifier.isAbstract(type.getModifiers()));
    }

    Map<String, Type> fields() {
        return fields;
    }

    /** As the reference writes it. */
    String typeOf(String field) {
        Type of = fields.get(field);
        if (of == String.class) {
            return "text";
        }
        if (of == boolean.class || of == Boolean.class) {
            return "boolean";
        }
        if (of instanceof Class<?> plain && plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants())
                    .map(constant -> "`" + ((Enum<?>) constant).name() + "`")
                    .collect(Collectors.joining(" or "));
        }
        if (of instanceof ParameterizedType list && Collection.class.isAssignableFrom((Class<?>) list.getRawType())) {
            Type element = list.getActualTypeArguments()[0];
            return element == String.class
                    ? "list of text"
                    : element == Integer.class ? "list of numbers" : "list of maps";
        }
        if (of instanceof Class<?> plain && Collection.class.isAssignableFrom(plain)) {
            return "list of maps";
        }
        if (of instanceof ParameterizedType || of instanceof Class<?> plain && Map.class.isAssignableFrom(plain)) {
            return "map";
        }
        return of == Object.class ? "any" : "number";
    }

    /** As the reference writes it: required, a value, or empty where leaving it away has to be explained in words. */
    String defaultOf(String field) throws ReflectiveOperationException {
        if (required.contains(field)) {
            return "required";
        }
        Object value = getter(field).invoke(instance());
        boolean nothing = value == null
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        if (nothing || GIVEN.equals(value)) {
            return "";
        }
        return "`" + value + "`";
    }

    /** The classes of lists in it that are described by maps. */
    List<Class<?>> nested() {
        return fields.values().stream()
                .filter(ParameterizedType.class::isInstance)
                .<Type>map(list -> ((ParameterizedType) list).getActualTypeArguments()[0])
                .filter(element -> element instanceof Class<?> plain && Describable.class.isAssignableFrom(plain))
                .<Class<?>>map(element -> (Class<?>) element)
                .toList();
    }

    private Object instance() throws ReflectiveOperationException {
        Object[] nothing = new Object[constructor().getParameterCount()];
        for (int i = 0; i < nothing.length; i++) {
            Class<?> parameter = constructor().getParameterTypes()[i];
            nothing[i] = parameter == String.class ? GIVEN : parameter == List.class ? List.of() : null;
        }
        return constructor().newInstance(nothing);
    }

    private Method getter(String field) throws NoSuchMethodException {
        String name = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
        try {
            return type.getMethod("get" + name);
        } catch (NoSuchMethodException e) {
            return type.getMethod("is" + name);
        }
    }

    private Constructor<?> constructor() {
        return Arrays.stream(type.getConstructors())
                .filter(one -> one.isAnnotationPresent(DataBoundConstructor.class))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no constructor that Jenkins binds"));
    }
}
