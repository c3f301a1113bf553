package hudson.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jenkins.model.RunAction2;

/** Why a build was started: each cause once per occurrence. */
public class CauseAction implements RunAction2 {
    private final List<Cause> causes;

    public CauseAction(Cause c) {
        this(List.of(c));
    }

    public CauseAction(Cause... c) {
        this(List.of(c));
    }

    public CauseAction(Collection<? extends Cause> causes) {
        this.causes = new ArrayList<>(causes);
    }

    public List<Cause> getCauses() {
        return List.copyOf(causes);
    }

    public <T extends Cause> T findCause(Class<T> type) {
        return causes.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    public String getShortDescription() {
        return causes.isEmpty() ? "N/A" : causes.get(0).getShortDescription();
    }

    @Override
    public void onAttached(Run<?, ?> run) {
        causes.forEach(each -> each.onAddedTo(run));
    }

    @Override
    public void onLoad(Run<?, ?> run) {
        causes.forEach(each -> each.onLoad(run));
    }

    @Override
    public String getDisplayName() {
        return "Cause";
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return "cause";
    }
}
