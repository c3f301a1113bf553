package io.jenkins.plugins.delivery.reports;

import hudson.model.BuildBadgeAction;
import java.util.List;
import java.util.stream.Collectors;

/** In lists of builds: that this one waits for somebody, for what, and the way there. */
public final class WaitingBadge implements BuildBadgeAction {
    private final transient List<DeliveryReport> waiting;

    WaitingBadge(List<DeliveryReport> waiting) {
        this.waiting = List.copyOf(waiting);
    }

    /** What it waits for, in words. */
    public String getTooltip() {
        return waiting.stream().map(DeliveryReport::getHeadline).collect(Collectors.joining("\n"));
    }

    /** Address of what waits: its own page where it is one thing, otherwise that of the build's reports. */
    public String getHref() {
        DeliveryReport first = waiting.get(0);
        return first.getRun().getUrl() + (waiting.size() == 1 ? first.getUrlName() : "delivery") + "/";
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return null;
    }
}
