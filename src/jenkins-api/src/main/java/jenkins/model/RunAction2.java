package jenkins.model;

import hudson.model.Action;
import hudson.model.Run;

/** An action that is told which run it belongs to; keep that in a transient field. */
public interface RunAction2 extends Action {
    void onAttached(Run<?, ?> run);

    void onLoad(Run<?, ?> run);
}
