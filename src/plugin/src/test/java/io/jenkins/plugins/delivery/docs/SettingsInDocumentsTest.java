package io.jenkins.plugins.delivery.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.config.DeliveryCategory;
import io.jenkins.plugins.delivery.config.DeliveryConfiguration;
import io.jenkins.plugins.delivery.config.EnvironmentSettings;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import java.beans.Introspector;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundSetter;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the documents show of Configuration as Code can be pasted: it is bound to the settings as Configuration as Code binds it, by the
 * same names, through the same constructors and setters.
 */
class SettingsInDocumentsTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```yaml\\n(.*?)^ *```");
    private static final Map<String, Method> SETTERS = Arrays.stream(DeliveryConfiguration.class.getMethods())
            .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
            .collect(Collectors.toMap(
                    method -> Introspector.decapitalize(method.getName().substring("set".length())),
                    Function.identity()));

    @TempDir
    private Path home;

    private LocalJenkins jenkins;

    /** Configuration as Code in a document. */
    record Shown(Document document, Map<?, ?> settings) {
        @Override
        public String toString() {
            return document.toString();
        }
    }

    static Stream<Shown> shown() {
        return Document.all().stream().flatMap(document -> BLOCK.matcher(document.text())
                .results()
                .map(block -> parsed(block.group(2).indent(-block.group(1).length())))
                .filter(yaml -> yaml instanceof Map<?, ?> map && map.containsKey(symbol(DeliveryCategory.class)))
                .map(yaml -> new Shown(document, (Map<?, ?>) yaml)));
    }

    private static Object parsed(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static String symbol(Class<?> type) {
        return type.getAnnotation(Symbol.class).value()[0];
    }

    @BeforeEach
    void start() throws Exception {
        jenkins = LocalJenkins.start(home);
    }

    @AfterEach
    void stop() {
        jenkins.close();
    }

    @ParameterizedTest
    @MethodSource("shown")
    void itIsTakenAsItIs(Shown shown) throws Exception {
        configure(shown.settings());
        DeliveryConfiguration configuration = DeliveryConfiguration.get();
        assertThat(configuration.getEnvironments()).isNotEmpty().allSatisfy(environment -> assertThat(
                        configuration.clusterOf(environment).getName())
                .isEqualTo(environment.getCluster()));
        assertThat(configuration.getEnvironments())
                .extracting(EnvironmentSettings::getPromotedFrom)
                .filteredOn(from -> from != null)
                .allSatisfy(
                        from -> assertThat(configuration.knownEnvironment(from)).isPresent());
    }

    @Test
    void theGuideAndTheReferenceShowSome() {
        assertThat(shown()).extracting(Shown::toString).contains("docs/user-guide.md", "docs/administration.md");
    }

    @Test
    void whatIsMistypedIsFound() {
        assertThatThrownBy(() -> configure(parsed("delivery: {progressiveDelivery: {cluster: []}}")))
                .hasMessageContaining("cluster");
        assertThatThrownBy(() ->
                        configure(parsed("delivery: {progressiveDelivery: {clusters: [{name: a, credentialId: b}]}}")))
                .hasMessageContaining("credentialId");
        assertThatThrownBy(() -> configure(parsed(
                        "delivery: {progressiveDelivery: {environments: [{name: a, approvers: [{groups: b}]}]}}")))
                .hasMessageContaining("groups");
        assertThatThrownBy(() -> configure(
                        parsed("delivery: {progressiveDelivery: {environments: [{name: a, reason: PERHAPS}]}}")))
                .hasMessageContaining("PERHAPS");
    }

    private static void configure(Object yaml) throws Exception {
        Map<?, ?> category = (Map<?, ?>) ((Map<?, ?>) yaml).get(symbol(DeliveryCategory.class));
        assertThat(category).as("what is ours").isInstanceOf(Map.class);
        Map<?, ?> ours = (Map<?, ?>) category.get(symbol(DeliveryConfiguration.class));
        for (Map.Entry<?, ?> setting : ours.entrySet()) {
            assertThat(SETTERS).containsKey(setting.getKey().toString());
            Method setter = SETTERS.get(setting.getKey().toString());
            try {
                setter.invoke(
                        DeliveryConfiguration.get(), bound(setter.getGenericParameterTypes()[0], setting.getValue()));
            } catch (InvocationTargetException e) {
                throw new AssertionError(setting.getKey() + ": " + e.getCause().getMessage(), e);
            }
        }
    }

    private static Object bound(Type type, Object value) throws Exception {
        if (type instanceof ParameterizedType list) {
            List<Object> elements = new ArrayList<>();
            for (Object element : (List<?>) value) {
                elements.add(bound(list.getActualTypeArguments()[0], element));
            }
            return elements;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Type> fields = new DataBound((Class<?>) type).fields();
            Map<String, Object> arguments = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String field = entry.getKey().toString();
                assertThat(fields).containsKey(field);
                arguments.put(field, bound(fields.get(field), entry.getValue()));
            }
            return new DescribableModel<>((Class<?>) type).instantiate(arguments, TaskListener.NULL);
        }
        return value;
    }
}
