package org.jenkinsci.plugins.workflow.steps;

public abstract class GeneralNonBlockingStepExecution extends StepExecution {
    protected GeneralNonBlockingStepExecution(StepContext stepContext) {}

    protected final void run(GeneralNonBlockingStepExecution.Block block) {
        throw new UnsupportedOperationException("unwritten");
    }

    public void stop(Throwable throwable) throws Exception {
        throw new UnsupportedOperationException("unwritten");
    }

    public void onResume() {
        throw new UnsupportedOperationException("unwritten");
    }

    public String getStatus() {
        throw new UnsupportedOperationException("unwritten");
    }

    public boolean blocksRestart() {
        throw new UnsupportedOperationException("unwritten");
    }

    public interface Block {
        public void run() throws Exception;
    }
}
