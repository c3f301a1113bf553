package io.jenkins.plugins.delivery.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import hudson.Extension;
import hudson.ExtensionPoint;
import hudson.model.Descriptor;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.junit.jupiter.api.Test;

/** Jenkins finds extensions through an index in the jar; what is missing there does not exist. */
class ExtensionIndexTest {
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void every_step_is_in_the_index() throws Exception {
        Set<String> steps = ours().filter(Step.class::isAssignableFrom)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .map(type -> type.getName() + "$DescriptorImpl")
                .collect(Collectors.toSet());

        assertThat(steps).isNotEmpty();
        assertThat(indexed()).containsAll(steps);
    }

    @Test
    void every_class_that_says_it_is_an_extension_is_in_the_index() throws Exception {
        Set<String> extensions = ours().filter(type -> type.isAnnotationPresent(Extension.class))
                .map(Class::getName)
                .collect(Collectors.toSet());

        assertThat(extensions).isNotEmpty();
        assertThat(indexed()).containsAll(extensions);
    }

    @Test
    void no_class_that_could_be_an_extension_forgets_to_say_so() {
        assertThat(ours().filter(ExtensionIndexTest::couldBeAnExtension)
                        .filter(type -> !type.isAnnotationPresent(Extension.class)))
                .isEmpty();
    }

    private static boolean couldBeAnExtension(Class<?> type) {
        boolean point = ExtensionPoint.class.isAssignableFrom(type) && !Step.class.isAssignableFrom(type)
                || Descriptor.class.isAssignableFrom(type);
        return point && !Modifier.isAbstract(type.getModifiers());
    }

    private static Set<String> indexed() throws IOException {
        Set<String> names = new TreeSet<>();
        try (URLClassLoader only = new URLClassLoader(new URL[] {CLASSES.toUri().toURL()}, null)) {
            for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, only)) {
                names.add(item.className());
            }
        }
        return names;
    }

    private static Stream<Class<?>> ours() {
        return new ClassFileImporter().importPath(CLASSES).stream().map(JavaClass::reflect);
    }
}
