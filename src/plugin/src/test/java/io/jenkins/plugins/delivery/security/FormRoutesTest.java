package io.jenkins.plugins.delivery.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.delivery.config.ClusterSettings;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.DeliveryPermissions;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJob;
import io.jenkins.plugins.delivery.jenkinsapi.LocalPermissions;
import io.jenkins.plugins.delivery.jenkinsapi.LocalSecurityRealm;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every route of a form, called by every kind of person: who may not see the form learns nothing from it, whatever they send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormRoutesTest {
    private static final List<String> VALUES =
            List.of("", "production", "-1", "nonsense (", "https://127.0.0.1:1/", "secret-of-somebody");

    private static final List<Method> ROUTES = Routes.under(Path.of("target/classes")).all().stream()
            .map(Routes.Route::method)
            .filter(method -> Descriptor.class.isAssignableFrom(method.getDeclaringClass()))
            .toList();

    private LocalJenkins jenkins;
    private Job job;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        jenkins = LocalJenkins.start(home);
        job = new Job();
        Jenkins.get().putItem(job);
        DeliveryConfiguration.get().setClusters(List.of(new ClusterSettings("main")));
        DeliveryConfiguration.get().setEnvironments(List.of(new EnvironmentSettings("production")));
        Jenkins.get()
                .setSecurityRealm(new LocalSecurityRealm(Map.of(
                        "reader", List.of(),
                        "developer", List.of(),
                        "approver", List.of(),
                        "administrator", List.of())));
        Jenkins.get()
                .setAuthorizationStrategy(new LocalPermissions()
                        .grant("reader", Jenkins.READ, Item.READ)
                        .grant("developer", Jenkins.READ, Item.READ, Item.BUILD, DeliveryPermissions.OPERATE)
                        .grant("approver", Jenkins.READ, Item.READ, DeliveryPermissions.APPROVE)
                        .grant("administrator", Jenkins.ADMINISTER));
    }

    @AfterAll
    void stop() {
        jenkins.close();
    }

    @TestFactory
    Stream<DynamicTest> item_02_who_may_not_see_a_form_learns_nothing_from_its_routes() {
        return routes().map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
            for (String person : List.of("", "reader", "developer", "approver")) {
                for (String value : VALUES) {
                    for (Item item : new Item[] {null, job}) {
                        assertThat(saysNothing(route, person, item, value))
                                .as("%s asks with '%s'", person, value)
                                .isTrue();
                    }
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> item_02_an_administrator_is_answered() {
        return routes().map(route ->
                DynamicTest.dynamicTest(route.toString(), () -> assertThat(call(route, "administrator", job, ""))
                        .isInstanceOfAny(FormValidation.class, ListBoxModel.class)));
    }

    @Test
    void there_are_routes_and_they_say_something_to_those_who_may() throws Exception {
        List<Method> all = routes().toList();
        assertThat(all).hasSizeGreaterThan(50);
        long telling = 0;
        for (Method route : all) {
            boolean tells = false;
            for (String value : route.getName().startsWith("doTest") ? List.of("") : VALUES) {
                tells |= !saysNothing(route, "administrator", job, value);
            }
            telling += tells ? 1 : 0;
        }
        assertThat(telling).as("of " + all.size()).isGreaterThan(all.size() * 9L / 10);
    }

    private boolean saysNothing(Method route, String person, Item item, String value) throws Exception {
        try {
            Object answer = call(route, person, item, value);
            if (answer instanceof FormValidation said) {
                return said.kind == FormValidation.Kind.OK
                        && said.renderHtml().equals(FormValidation.ok().renderHtml());
            }
            return ((ListBoxModel) answer)
                    .stream().allMatch(option -> option.value.isEmpty() || option.value.equals(value));
        } catch (AccessDeniedException3 denied) {
            return true;
        }
    }

    private static Object call(Method route, String person, Item item, String value) throws Exception {
        Object descriptor = ExtensionList.lookup(Descriptor.class).stream()
                .filter(route.getDeclaringClass()::isInstance)
                .findFirst()
                .orElseGet(() -> fail("There is no " + route.getDeclaringClass()));
        try (ACLContext ignored = ACL.as(person.isEmpty() ? null : User.getById(person, true))) {
            return route.invoke(
                    descriptor,
                    Stream.of(route.getParameters())
                            .map(parameter -> argument(parameter, item, value))
                            .toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static Object argument(Parameter parameter, Item item, String value) {
        if (parameter.getType() == String.class) {
            return value;
        }
        if (parameter.getType() == boolean.class) {
            return true;
        }
        if (parameter.getType().isEnum()) {
            return parameter.getType().getEnumConstants()[0];
        }
        if (parameter.getType() == Item.class) {
            return item;
        }
        throw new IllegalArgumentException(parameter + " is of a type that no form has sent so far");
    }

    private static Stream<Method> routes() {
        return ROUTES.stream();
    }

    private static final class Job extends LocalJob<Job, Build> {
        private Job() {
            super(Jenkins.get(), "shop");
        }

        @Override
        protected Build create() throws IOException {
            return new Build(this);
        }

        @Override
        protected Build load(File directory) throws IOException {
            throw new IOException("nothing is loaded here");
        }
    }

    private static final class Build extends Run<Job, Build> {
        private Build(Job job) throws IOException {
            super(job);
        }
    }
}
