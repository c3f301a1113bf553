package org.jenkinsci.plugins.workflow.steps;

import hudson.EnvVars;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Adds variables to the environment of a body. */
public abstract class EnvironmentExpander implements Serializable {
    private static final long serialVersionUID = 1;

    public EnvironmentExpander() {}

    public abstract void expand(EnvVars env) throws IOException, InterruptedException;

    /** Names of those whose values must not be shown. */
    public Set<String> getSensitiveVariables() {
        return Set.of();
    }

    public static EnvironmentExpander constant(Map<String, String> env) {
        return new Constant(new TreeMap<>(env));
    }

    /** First {@code original}, if any, then {@code subsequent}. */
    public static EnvironmentExpander merge(EnvironmentExpander original, EnvironmentExpander subsequent) {
        return original == null ? subsequent : new Merged(original, subsequent);
    }

    public static EnvVars getEffectiveEnvironment(
            EnvVars customEnvironment, EnvVars contextualEnvironment, EnvironmentExpander expander)
            throws IOException, InterruptedException {
        EnvVars effective = contextualEnvironment == null ? new EnvVars() : new EnvVars(contextualEnvironment);
        effective.overrideExpandingAll(customEnvironment);
        if (expander != null) {
            expander.expand(effective);
        }
        return effective;
    }

    private static final class Constant extends EnvironmentExpander {
        private static final long serialVersionUID = 1;
        private final TreeMap<String, String> variables;

        Constant(TreeMap<String, String> variables) {
            this.variables = variables;
        }

        @Override
        public void expand(EnvVars env) {
            env.overrideAll(variables);
        }
    }

    private static final class Merged extends EnvironmentExpander {
        private static final long serialVersionUID = 1;
        private final EnvironmentExpander original;
        private final EnvironmentExpander subsequent;

        Merged(EnvironmentExpander original, EnvironmentExpander subsequent) {
            this.original = original;
            this.subsequent = subsequent;
        }

        @Override
        public void expand(EnvVars env) throws IOException, InterruptedException {
            original.expand(env);
            subsequent.expand(env);
        }

        @Override
        public Set<String> getSensitiveVariables() {
            Set<String> all = new HashSet<>(original.getSensitiveVariables());
            all.addAll(subsequent.getSensitiveVariables());
            return all;
        }
    }
}
