package io.jenkins.plugins.delivery.jenkinsapi.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import groovy.lang.GString;
import groovy.util.Eval;
import hudson.model.TaskListener;
import hudson.util.StreamTaskListener;
import io.jenkins.plugins.delivery.jenkinsapi.LocalJenkins;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.structs.describable.ArrayType;
import org.jenkinsci.plugins.structs.describable.AtomicType;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.EnumType;
import org.jenkinsci.plugins.structs.describable.HeterogeneousObjectType;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataBindingTest {
    private static final String SAMPLE = Sample.class.getName();

    private final DescribableModel<Sample> model = DescribableModel.of(Sample.class);

    @TempDir
    Path home;

    private LocalJenkins controller;

    @BeforeEach
    void start() throws Exception {
        controller = LocalJenkins.start(home);
    }

    @AfterEach
    void stop() {
        controller.close();
    }

    @Test
    void requiredParametersComeFirstAndOthersByName() {
        assertThat(model.getParameters())
                .extracting(DescribableParameter::getName)
                .containsExactly("name", "count", "labels", "limit", "quiet", "shapes", "sizes", "unit", "words");
        assertThat(model.getParameters())
                .filteredOn(DescribableParameter::isRequired)
                .hasSize(2);
        assertThat(model.getSoleRequiredParameter()).isNull();
    }

    @Test
    void parametersKnowTheirKind() {
        assertThat(model.getParameter("name").getType()).isInstanceOf(AtomicType.class);
        assertThat(((EnumType) model.getParameter("unit").getType()).getValues())
                .contains("MINUTES");
        ArrayType shapes = (ArrayType) model.getParameter("shapes").getType();
        assertThat(((HeterogeneousObjectType) shapes.getElementType()).getTypes())
                .containsOnlyKeys("Circle", "Dot");
    }

    @Test
    void valuesAreMadeIntoWhatTheParameterWants() {
        Sample made = model.instantiate(Map.of(
                "name",
                gstring("x${1 + 1}"),
                "count",
                "3",
                "quiet",
                "true",
                "limit",
                new BigDecimal("0.01"),
                "unit",
                "SECONDS",
                "words",
                List.of("a", gstring("b${2}")),
                "labels",
                Map.of("tier", "web")));
        assertThat(made.getName()).isEqualTo("x2");
        assertThat(made.getCount()).isEqualTo(3);
        assertThat(made.isQuiet()).isTrue();
        assertThat(made.getLimit()).isEqualTo(0.01);
        assertThat(made.getUnit()).isEqualTo(TimeUnit.SECONDS);
        assertThat(made.getWords()).containsExactly("a", "b2");
        assertThat(made.getLabels()).containsEntry("tier", "web");
    }

    private static GString gstring(String source) {
        return (GString) Eval.me('"' + source + '"');
    }

    @Test
    void nestedObjectsAreGivenBySymbolByClassAndAsMaps() {
        Sample made = model.instantiate(Map.of(
                "name",
                "x",
                "count",
                1,
                "shapes",
                List.of(
                        new UninstantiatedDescribable("circle", null, Map.of("radius", 2)),
                        new UninstantiatedDescribable("dot", null, Map.of()),
                        Map.of("$class", "Circle", "radius", 3)),
                "sizes",
                List.of(Map.of("axis", "y", "value", 7))));
        assertThat(made.getShapes())
                .hasExactlyElementsOfTypes(Sample.Circle.class, Sample.Dot.class, Sample.Circle.class);
        assertThat(((Sample.Circle) made.getShapes().get(2)).radius).isEqualTo(3);
        assertThat(made.getSizes().get(0).value).isEqualTo(7);
    }

    @Test
    void anArgumentWithoutANameIsTheOnlyRequiredOne() {
        UninstantiatedDescribable circle =
                new UninstantiatedDescribable("circle", null, Map.of(UninstantiatedDescribable.ANONYMOUS_KEY, 5));
        assertThat(circle).extracting(each -> instantiate(each).radius).isEqualTo(5);
    }

    private static Sample.Circle instantiate(UninstantiatedDescribable described) {
        try {
            return (Sample.Circle) described.instantiate(Sample.Shape.class);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWrongTypeIsRefusedInTheWordsOfJenkins() {
        assertRefused(
                Map.of("name", 42),
                "Could not instantiate {name=42} for " + SAMPLE + ": java.lang.ClassCastException: " + SAMPLE
                        + ".name expects class java.lang.String but received class java.lang.Integer");
        assertRefused(
                Map.of("count", "three"),
                "Could not instantiate {count=three} for " + SAMPLE + ": java.lang.ClassCastException: " + SAMPLE
                        + ".count expects class java.lang.Integer but was unable to coerce the received value \"three\" to that type");
        assertRefused(
                Map.of("name", Map.of("a", 1)),
                "Could not instantiate {name={a=1}} for " + SAMPLE
                        + ": org.kohsuke.stapler.NoStaplerConstructorException: There's no @DataBoundConstructor on any"
                        + " constructor of class java.lang.String");
        assertRefused(
                Map.of("unit", "MINUTE"),
                "Could not instantiate {unit=MINUTE} for " + SAMPLE
                        + ": java.lang.IllegalArgumentException: No enum constant java.util.concurrent.TimeUnit.MINUTE");
    }

    @Test
    void anUnknownSymbolIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.instantiate(
                        Map.of("shapes", List.of(new UninstantiatedDescribable("square", null, Map.of())))))
                .withMessageContaining("no known implementation of class " + Sample.Shape.class.getName()
                        + " is using symbol ‘square’");
    }

    @Test
    void whatTheConstructorRefusesIsSaid() {
        assertRefused(
                Map.of("name", "forbidden"),
                "Could not instantiate {name=forbidden} for " + SAMPLE
                        + ": java.lang.IllegalArgumentException: name must not be forbidden");
    }

    private void assertRefused(Map<String, ?> arguments, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.instantiate(arguments))
                .withMessage(message);
    }

    @Test
    void unknownParametersAreWarnedOf() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        TaskListener listener = new StreamTaskListener(log, StandardCharsets.UTF_8);
        Sample made = model.instantiate(Map.of("name", "x", "colour", 1), listener);
        assertThat(made.getName()).isEqualTo("x");
        assertThat(log.toString(StandardCharsets.UTF_8).trim())
                .isEqualTo("WARNING: Unknown parameter(s) found for class type '" + SAMPLE + "': colour");
    }

    @Test
    void unknownParametersAreErrorsWhenChecksAreStrict() {
        DescribableModel.STRICT_PARAMETER_CHECKING = true;
        try {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.instantiate(Map.of("name", "x", "colour", 1)))
                    .withMessageContaining("Unknown parameter(s) found for class type '" + SAMPLE + "': colour");
        } finally {
            DescribableModel.STRICT_PARAMETER_CHECKING = false;
        }
    }

    @Test
    void anObjectCanBeTakenApartAndMadeAgain() throws Exception {
        Map<String, Object> arguments = Map.of(
                "name", "x", "count", 2, "shapes", List.of(Map.of("$class", "Circle", "radius", 4)), "unit", "DAYS");
        UninstantiatedDescribable apart = DescribableModel.uninstantiate2_(model.instantiate(arguments));
        assertThat(apart.getArguments()).containsOnlyKeys("name", "count", "shapes", "unit");
        Sample again = model.instantiate(apart.getArguments());
        assertThat(((Sample.Circle) again.getShapes().get(0)).radius).isEqualTo(4);
        assertThat(again.getUnit()).isEqualTo(TimeUnit.DAYS);
    }

    @Test
    void modelsSurviveSerialization() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(model);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            DescribableModel<?> read = (DescribableModel<?>) in.readObject();
            assertThat(read.getParameters()).hasSameSizeAs(model.getParameters());
        }
    }

    @Test
    void aStepIsFoundByTheNameOfItsFunction() throws Exception {
        StepDescriptor descriptor = StepDescriptor.byFunctionName("sample");
        assertThat(descriptor.newInstance(Map.of("name", "x", "count", 1))).isInstanceOf(Sample.class);
        assertThat(StepDescriptor.byFunctionName("simple")).isNull();
    }
}
