package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.Next;
import com.cloudbees.groovy.cps.Outcome;
import groovy.lang.Script;
import java.util.ArrayList;
import java.util.List;

/** The rest of a thread of the program; runs in the sandbox where the run asks for one. */
final class ProgramContinuable extends Continuable {
    private static final long serialVersionUID = 1;

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static final List<Class> CATEGORIES = categories();

    ProgramContinuable(Script script, Env env) {
        super(script, env);
    }

    ProgramContinuable(Next next) {
        super(next);
    }

    Outcome run(Outcome resume, PipelineExecution execution) {
        try {
            return execution.guarded(() -> run0(resume, CATEGORIES));
        } catch (Exception unexpected) {
            return new Outcome(null, unexpected);
        }
    }

    @SuppressWarnings("rawtypes")
    private static List<Class> categories() {
        List<Class> all = new ArrayList<>(Continuable.categories);
        all.add(SavedIterators.class);
        return List.copyOf(all);
    }
}
