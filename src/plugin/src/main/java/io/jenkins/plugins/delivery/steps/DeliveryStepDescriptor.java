package io.jenkins.plugins.delivery.steps;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * What the descriptors of our steps have in common: a number is taken where text is expected, so that
 * {@code timeout: 90} means the same as {@code timeout: '90'}; a text where a list of texts is expected, so that
 * {@code scanners: 'auto'} does; one element where a list is expected, which the step then judges in its own words; and an empty
 * list where a map is expected, since that is how the Snippet Generator writes an empty map.
 */
public abstract class DeliveryStepDescriptor extends StepDescriptor implements CustomDescribableModel {
    @Override
    public final Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        Map<String, Object> typed = new LinkedHashMap<>(arguments);
        typed.replaceAll((name, value) -> value instanceof Number && takesText(name) ? value.toString() : value);
        typed.replaceAll((name, value) -> value instanceof CharSequence && takesTexts(name) ? List.of(value) : value);
        typed.replaceAll((name, value) -> isOne(value) && takes(name, List.class::equals) ? List.of(value) : value);
        typed.replaceAll(
                (name, value) -> isEmptyList(value) && takes(name, DeliveryStepDescriptor::isMap) ? Map.of() : value);
        return typed;
    }

    private static boolean isOne(Object value) {
        return value instanceof Map || value instanceof CharSequence;
    }

    private static boolean isEmptyList(Object value) {
        return value instanceof List<?> list && list.isEmpty();
    }

    private static boolean isMap(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Map.class;
    }

    private boolean takesTexts(String argument) {
        return takes(
                argument,
                type -> type instanceof ParameterizedType list
                        && list.getRawType() == List.class
                        && list.getActualTypeArguments()[0] == String.class);
    }

    private Stream<Method> setters(String argument) {
        String setter = "set" + argument.substring(0, 1).toUpperCase(Locale.ROOT) + argument.substring(1);
        return Arrays.stream(clazz.getMethods())
                .filter(method -> method.getName().equals(setter) && method.isAnnotationPresent(DataBoundSetter.class));
    }

    private boolean takesText(String argument) {
        return takes(argument, String.class::equals);
    }

    private boolean takes(String argument, Predicate<Type> wanted) {
        return setters(argument).anyMatch(method -> wanted.test(method.getGenericParameterTypes()[0]))
                || parameters()
                        .filter(parameter -> parameter.getName().equals(argument))
                        .anyMatch(parameter -> wanted.test(parameter.getParameterizedType()));
    }

    private Stream<Parameter> parameters() {
        return Arrays.stream(clazz.getConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(DataBoundConstructor.class))
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()));
    }
}
