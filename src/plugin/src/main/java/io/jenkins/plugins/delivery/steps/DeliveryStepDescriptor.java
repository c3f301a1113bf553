package io.jenkins.plugins.delivery.steps;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * What the descriptors of our steps have in common: a number is taken where text is expected, so that
 * {@code timeout: 90} means the same as {@code timeout: '90'}, and a text where a list of texts is expected, so that
 * {@code scanners: 'auto'} does.
 */
public abstract class DeliveryStepDescriptor extends StepDescriptor implements CustomDescribableModel {
    @Override
    public final Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        Map<String, Object> typed = new LinkedHashMap<>(arguments);
        typed.replaceAll((name, value) -> value instanceof Number && takesText(name) ? value.toString() : value);
        typed.replaceAll((name, value) -> value instanceof CharSequence && takesTexts(name) ? List.of(value) : value);
        return typed;
    }

    private boolean takesTexts(String argument) {
        return setters(argument).anyMatch(method -> {
            Type type = method.getGenericParameterTypes()[0];
            return type instanceof ParameterizedType list
                    && list.getRawType() == List.class
                    && list.getActualTypeArguments()[0] == String.class;
        });
    }

    private Stream<Method> setters(String argument) {
        String setter = "set" + argument.substring(0, 1).toUpperCase(Locale.ROOT) + argument.substring(1);
        return Arrays.stream(clazz.getMethods())
                .filter(method -> method.getName().equals(setter) && method.isAnnotationPresent(DataBoundSetter.class));
    }

    private boolean takesText(String argument) {
        if (setters(argument).anyMatch(method -> method.getParameterTypes()[0] == String.class)) {
            return true;
        }
        for (Constructor<?> constructor : clazz.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                return takesText(constructor, argument);
            }
        }
        return false;
    }

    private static boolean takesText(Constructor<?> constructor, String argument) {
        for (Parameter parameter : constructor.getParameters()) {
            if (parameter.getName().equals(argument) && parameter.getType() == String.class) {
                return true;
            }
        }
        return false;
    }
}
