package io.jenkins.plugins.delivery.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import hudson.model.Describable;
import java.beans.Introspector;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Whatever can be said in a form or a Jenkinsfile is explained there. */
class HelpTest {
    @TestFactory
    Stream<DynamicTest> every_data_bound_field_has_help() {
        return describables()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    for (String field : dataBound(type)) {
                        assertThat(type.getResource(type.getSimpleName() + "/help-" + field + ".html"))
                                .as("help-" + field + ".html of " + type.getSimpleName())
                                .isNotNull();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_step_has_help_and_a_form() {
        return describables()
                .filter(Step.class::isAssignableFrom)
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    assertThat(type.getResource(type.getSimpleName() + "/help.html"))
                            .isNotNull();
                    assertThat(type.getResource(type.getSimpleName() + "/config.jelly"))
                            .isNotNull();
                }));
    }

    private static Set<String> dataBound(Class<?> type) {
        Set<String> fields = new TreeSet<>();
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                fields.add(Introspector.decapitalize(method.getName().substring("set".length())));
            }
        }
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                for (Parameter parameter : constructor.getParameters()) {
                    fields.add(parameter.getName());
                }
            }
        }
        return fields;
    }

    private static Stream<Class<?>> describables() {
        return new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(Describable.class::isAssignableFrom)
                        .filter(type -> !Modifier.isAbstract(type.getModifiers()));
    }
}
