package org.jenkinsci.plugins.workflow.steps;

import java.io.IOException;
import java.io.Serializable;

/** Changes errors on their way out of a body, for instance to mask what they say. */
public interface FailureHandler extends Serializable {
    Throwable handle(StepContext ctx, Throwable t);

    /** What the handler of {@code ctx} makes of {@code t}. */
    static Throwable apply(StepContext ctx, Throwable t) {
        try {
            FailureHandler handler = ctx.get(FailureHandler.class);
            return handler == null ? t : handler.handle(ctx, t);
        } catch (IOException e) {
            t.addSuppressed(e);
            return t;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return t;
        }
    }

    /** First {@code nested}, then {@code original}, if any. */
    static FailureHandler merge(FailureHandler original, FailureHandler nested) {
        return original == null ? nested : (ctx, t) -> original.handle(ctx, nested.handle(ctx, t));
    }
}
