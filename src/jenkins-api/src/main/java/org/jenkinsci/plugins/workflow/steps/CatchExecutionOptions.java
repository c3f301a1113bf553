package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Result;
import java.io.Serializable;

public interface CatchExecutionOptions extends Serializable {
    public String getMessage();

    public Result getBuildResultOnError();

    public Result getStepResultOnError();

    public boolean isCatchInterruptions();
}
