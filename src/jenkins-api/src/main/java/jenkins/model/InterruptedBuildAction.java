package jenkins.model;

import hudson.model.InvisibleAction;
import java.util.Collection;
import java.util.List;

public class InterruptedBuildAction extends InvisibleAction {
    public InterruptedBuildAction(Collection<? extends CauseOfInterruption> collection) {}

    public List<CauseOfInterruption> getCauses() {
        throw new UnsupportedOperationException("unwritten");
    }
}
