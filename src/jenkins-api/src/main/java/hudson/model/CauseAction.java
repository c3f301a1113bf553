package hudson.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import jenkins.model.RunAction2;

public class CauseAction implements RunAction2 {
    public CauseAction(Cause cause) {}

    public CauseAction(Cause... cause) {}

    public CauseAction(Collection<? extends Cause> collection) {}

    public CauseAction(CauseAction causeAction) {}

    public List<Cause> getCauses() {
        throw new UnsupportedOperationException("unwritten");
    }

    public <T extends Cause> T findCause(Class<T> type) {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getIconFileName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getUrlName() {
        throw new UnsupportedOperationException("unwritten");
    }

    public Map<Cause, Integer> getCauseCounts() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getShortDescription() {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onLoad(Run<?, ?> run) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onAttached(Run<?, ?> run) {
        throw new UnsupportedOperationException("unwritten");
    }
}
