package io.jenkins.plugins.delivery.rehearsal.runtime;

import hudson.ExtensionList;
import hudson.model.BuildListener;
import hudson.model.Descriptor;
import hudson.model.TaskListener;
import io.jenkins.plugins.delivery.engine.argument.NearestMatch;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The names that scripts can call, and the names under which Jenkins knows the classes behind them. */
final class KnownNames {
    private final TreeMap<String, StepDescriptor> steps = new TreeMap<>();
    private final Set<String> symbols = new TreeSet<>();

    private KnownNames() {}

    static KnownNames load() {
        KnownNames names = new KnownNames();
        for (StepDescriptor descriptor : StepDescriptor.all()) {
            names.steps.putIfAbsent(descriptor.getFunctionName(), descriptor);
        }
        for (Descriptor<?> descriptor : ExtensionList.lookup(Descriptor.class)) {
            Symbol symbol = descriptor.getClass().getAnnotation(Symbol.class);
            if (symbol != null) {
                names.symbols.addAll(Arrays.asList(symbol.value()));
            }
        }
        return names;
    }

    Map<String, StepDescriptor> steps() {
        return steps;
    }

    /** Steps and symbols. */
    Set<String> all() {
        Set<String> all = new HashSet<>(steps.keySet());
        all.addAll(symbols);
        return all;
    }

    boolean isSymbol(String name) {
        return symbols.contains(name);
    }

    String unknownStep(String name, boolean helpful, Collection<String> globals) {
        String plain = "No such DSL method '" + name + "' found among steps " + steps.keySet() + " or symbols "
                + symbols + " or globals " + new TreeSet<>(globals);
        if (!helpful) {
            return plain;
        }
        Set<String> all = new HashSet<>(steps.keySet());
        all.addAll(symbols);
        all.addAll(globals);
        String hint = NearestMatch.of(name, all)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
        return "There is no step '" + name + "'" + hint + " Known steps: " + String.join(", ", steps.keySet());
    }

    /** Names our class as Jenkins names the one it stands for, in the message of {@code failure}. Jenkins hides what the
     * constructor of a step says; {@code helpful} keeps it. */
    static Throwable translated(Throwable failure, Class<?> type, boolean helpful) {
        KnownAs known = type.getAnnotation(KnownAs.class);
        if (known == null || !(failure instanceof IllegalArgumentException) || failure.getMessage() == null) {
            return failure;
        }
        String message = failure.getMessage().replace(type.getName(), known.value());
        Throwable cause = failure.getCause();
        if (!helpful && cause != null && isThrownByConstructor(cause, type) && message.endsWith(cause.toString())) {
            message = message.substring(0, message.length() - cause.toString().length())
                    + "java.lang.reflect.InvocationTargetException";
        }
        if (message.equals(failure.getMessage())) {
            return failure;
        }
        IllegalArgumentException renamed = new IllegalArgumentException(message, failure.getCause());
        renamed.setStackTrace(failure.getStackTrace());
        return renamed;
    }

    private static boolean isThrownByConstructor(Throwable cause, Class<?> type) {
        StackTraceElement[] frames = cause.getStackTrace();
        return frames.length > 0
                && frames[0].getMethodName().equals("<init>")
                && frames[0].getClassName().equals(type.getName());
    }

    static TaskListener translating(TaskListener listener, Class<?> type) {
        KnownAs known = type.getAnnotation(KnownAs.class);
        if (known == null) {
            return listener;
        }
        PrintStream target = listener.getLogger();
        return new Renaming(new PrintStream(
                new LineStream(line -> target.println(line.replace(type.getName(), known.value()))),
                true,
                StandardCharsets.UTF_8));
    }

    /** Prints under the names that Jenkins uses. */
    private record Renaming(PrintStream out) implements BuildListener {
        @Override
        public PrintStream getLogger() {
            return out;
        }
    }
}
