package io.jenkins.plugins.delivery.rehearsal.runtime;

import com.cloudbees.groovy.cps.Outcome;
import groovy.lang.Closure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is saved of a running pipeline: its threads with their continuations, its graph, and what is needed to go on. */
final class Program implements Serializable {
    private static final long serialVersionUID = 1;

    final TreeMap<Integer, ProgramThread> threads = new TreeMap<>();
    final Graph graph = new Graph();
    final Map<Integer, Object> bodies = new HashMap<>();
    final HashMap<String, Object> globals = new HashMap<>();
    /** The script that runs the program; loaded scripts share its binding. */
    PipelineScript script;

    int nextThread;
    int nextBody;
    int scripts;
    hudson.model.Result result = hudson.model.Result.SUCCESS;
    boolean resumeBlocked;

    ProgramThread addThread(ProgramContinuable program, ContextSet context, String head) {
        ProgramThread thread = new ProgramThread(nextThread++, this, program, context, head);
        threads.put(thread.id, thread);
        thread.resume(new Outcome(null, null));
        return thread;
    }

    /** Remembers the body of a step; a {@link Closure} or a script. */
    int export(Object body) {
        int id = nextBody++;
        bodies.put(id, body);
        return id;
    }

    List<ProgramThread> snapshot() {
        return new ArrayList<>(threads.values());
    }
}
