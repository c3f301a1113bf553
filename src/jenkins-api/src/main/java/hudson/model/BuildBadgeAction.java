package hudson.model;

/** An action that marks its build in lists of builds; its view {@code badge} is what is shown there. */
public interface BuildBadgeAction extends Action {}
