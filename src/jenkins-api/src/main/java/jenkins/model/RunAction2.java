package jenkins.model;

import hudson.model.Action;
import hudson.model.Run;

public interface RunAction2 extends Action {
    public void onAttached(Run<?, ?> run);

    public void onLoad(Run<?, ?> run);
}
