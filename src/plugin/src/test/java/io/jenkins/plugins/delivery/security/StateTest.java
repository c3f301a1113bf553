package io.jenkins.plugins.delivery.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import hudson.model.Action;
import hudson.model.Describable;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What this plugin keeps in files, and what it must not keep there. */
class StateTest {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passwd|passphrase|secret|token|credential|(access|private|api)_?key).*");
    private static final Set<Class<?>> KEPT_WELL = Set.of(
            String.class,
            Boolean.class,
            Integer.class,
            Long.class,
            Double.class,
            ArrayList.class,
            HashMap.class,
            LinkedHashMap.class,
            TreeMap.class,
            HashSet.class);

    @TestFactory
    Stream<DynamicTest> item_08_no_field_looks_like_a_secret_in_plain_text() {
        return classes()
                .map(type -> DynamicTest.dynamicTest(type.getName(), () -> {
                    for (Field field : type.getDeclaredFields()) {
                        assertThat(isPlainSecret(field)).as(field.toString()).isFalse();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> item_25_what_xstream_keeps_has_a_type() {
        return classes()
                .filter(StateTest::isKeptByXStream)
                .map(type -> DynamicTest.dynamicTest(type.getName(), () -> {
                    for (Field field : stateOf(type)) {
                        assertThat(problemOf(field.getGenericType()))
                                .as(field.toString())
                                .isEmpty();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> item_25_what_a_program_keeps_can_be_serialized() {
        return classes()
                .filter(StepExecution.class::isAssignableFrom)
                .map(type -> DynamicTest.dynamicTest(type.getName(), () -> {
                    for (Field field : stateOf(type)) {
                        assertThat(isSerializable(field.getType()))
                                .as(field.toString())
                                .isTrue();
                        assertThat(field.getType().isRecord())
                                .as(field + " is a record, which the serialization of programs does not know")
                                .isFalse();
                    }
                }));
    }

    @Test
    void what_must_not_be_kept_is_found() throws Exception {
        assertThat(isPlainSecret(Bad.class.getDeclaredField("apiToken"))).isTrue();
        assertThat(isPlainSecret(Bad.class.getDeclaredField("credentialsId"))).isFalse();
        assertThat(problemOf(Bad.class.getDeclaredField("anything").getGenericType()))
                .isNotEmpty();
        assertThat(problemOf(Bad.class.getDeclaredField("raw").getGenericType()))
                .isNotEmpty();
        assertThat(problemOf(Bad.class.getDeclaredField("perhapsImmutable").getGenericType()))
                .isNotEmpty();
        assertThat(problemOf(Bad.class.getDeclaredField("apiToken").getGenericType()))
                .isEmpty();
    }

    @Test
    void there_are_classes_to_test() {
        assertThat(classes().filter(StateTest::isKeptByXStream)).hasSizeGreaterThan(5);
        assertThat(classes().filter(StepExecution.class::isAssignableFrom)).isNotEmpty();
    }

    private static boolean isPlainSecret(Field field) {
        String name = field.getName();
        boolean text = field.getType() == String.class || field.getType() == char[].class;
        boolean constant = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
        return text
                && !constant
                && SECRET.matcher(name).matches()
                && !name.toLowerCase(Locale.ROOT).endsWith("credentialsid");
    }

    /** A step is kept by the program that runs it, if at all. */
    private static boolean isKeptByXStream(Class<?> type) {
        return !Step.class.isAssignableFrom(type)
                && (Action.class.isAssignableFrom(type) || Describable.class.isAssignableFrom(type))
                && !type.isInterface();
    }

    private static List<Field> stateOf(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** Empty if XStream, with the filter of Jenkins, keeps a field of this type and brings the same back. */
    private static String problemOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                String problem = problemOf(argument);
                if (!problem.isEmpty()) {
                    return problem;
                }
            }
            return KEPT_WELL.contains((Class<?>) generic.getRawType())
                    ? ""
                    : generic.getRawType() + " may be an immutable or a lazy one; declare the class that is kept";
        }
        if (!(type instanceof Class<?> known)) {
            return type + " is no type that is known";
        }
        if (known.getTypeParameters().length > 0) {
            return known + " is raw";
        }
        boolean ours = known.getName().startsWith("io.jenkins.plugins.delivery.") && !known.isRecord();
        return known.isPrimitive() || known.isEnum() || ours || KEPT_WELL.contains(known)
                ? ""
                : known + " is not one of the types that are kept well";
    }

    private static boolean isSerializable(Class<?> type) {
        return type.isPrimitive() || type.isEnum() || Serializable.class.isAssignableFrom(type);
    }

    private static Stream<Class<?>> classes() {
        return new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                        .filter(type -> !type.isAnonymousClass())
                        .map(JavaClass::reflect);
    }

    /** What the tests above have to tell apart. */
    @SuppressWarnings({"unused", "rawtypes"})
    static class Bad {
        private String apiToken;
        private String credentialsId;
        private Object anything;
        private ArrayList raw;
        private List<String> perhapsImmutable;
        private Map<String, Object> nested;
    }
}
