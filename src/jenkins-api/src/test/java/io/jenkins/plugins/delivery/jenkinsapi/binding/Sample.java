package io.jenkins.plugins.delivery.jenkinsapi.binding;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A step with all kinds of parameters. */
public class Sample extends Step {
    private final String name;
    private final int count;
    private boolean quiet;
    private double limit;
    private TimeUnit unit = TimeUnit.MINUTES;
    private List<Shape> shapes = new ArrayList<>();
    private List<Size> sizes = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private Map<String, String> labels = Map.of();

    @DataBoundConstructor
    public Sample(String name, int count) {
        if ("forbidden".equals(name)) {
            throw new IllegalArgumentException("name must not be forbidden");
        }
        this.name = name;
        this.count = count;
    }

    public String getName() {
        return name;
    }

    public int getCount() {
        return count;
    }

    public boolean isQuiet() {
        return quiet;
    }

    @DataBoundSetter
    public void setQuiet(boolean quiet) {
        this.quiet = quiet;
    }

    public double getLimit() {
        return limit;
    }

    @DataBoundSetter
    public void setLimit(double limit) {
        this.limit = limit;
    }

    public TimeUnit getUnit() {
        return unit;
    }

    @DataBoundSetter
    public void setUnit(TimeUnit unit) {
        this.unit = unit;
    }

    public List<Shape> getShapes() {
        return shapes;
    }

    @DataBoundSetter
    public void setShapes(List<Shape> shapes) {
        this.shapes = shapes;
    }

    public List<Size> getSizes() {
        return sizes;
    }

    @DataBoundSetter
    public void setSizes(List<Size> sizes) {
        this.sizes = sizes;
    }

    public List<String> getWords() {
        return words;
    }

    @DataBoundSetter
    public void setWords(List<String> words) {
        this.words = words;
    }

    public Map<String, String> getLabels() {
        return labels;
    }

    @DataBoundSetter
    public void setLabels(Map<String, String> labels) {
        this.labels = labels;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronousVoid(context, done -> {});
    }

    /** One of several kinds. */
    public abstract static class Shape extends AbstractDescribableImpl<Shape> {}

    /** A kind with an argument. */
    public static class Circle extends Shape {
        public final int radius;

        @DataBoundConstructor
        public Circle(int radius) {
            this.radius = radius;
        }

        /** Its descriptor. */
        @Extension
        @Symbol("circle")
        public static class DescriptorImpl extends Descriptor<Shape> {}
    }

    /** A kind without. */
    public static class Dot extends Shape {
        @DataBoundConstructor
        public Dot() {}

        /** Its descriptor. */
        @Extension
        @Symbol("dot")
        public static class DescriptorImpl extends Descriptor<Shape> {}
    }

    /** Of one kind only, and not described. */
    public static class Size {
        public final String axis;

        @DataBoundSetter
        public long value;

        @DataBoundConstructor
        public Size(String axis) {
            this.axis = axis;
        }
    }

    /** Its descriptor. */
    @Extension
    public static class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "sample";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of();
        }
    }
}
