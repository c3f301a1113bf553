package io.jenkins.plugins.delivery.steps;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * What the descriptors of our steps have in common: a number is taken where text is expected, so that
 * {@code timeout: 90} means the same as {@code timeout: '90'}.
 */
abstract class DeliveryStepDescriptor extends StepDescriptor implements CustomDescribableModel {
    @Override
    public final Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        Map<String, Object> typed = new LinkedHashMap<>(arguments);
        typed.replaceAll((name, value) -> value instanceof Number && takesText(name) ? value.toString() : value);
        return typed;
    }

    private boolean takesText(String argument) {
        String setter = "set" + argument.substring(0, 1).toUpperCase(Locale.ROOT) + argument.substring(1);
        for (Method method : clazz.getMethods()) {
            if (method.getName().equals(setter)
                    && method.isAnnotationPresent(DataBoundSetter.class)
                    && method.getParameterTypes()[0] == String.class) {
                return true;
            }
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
