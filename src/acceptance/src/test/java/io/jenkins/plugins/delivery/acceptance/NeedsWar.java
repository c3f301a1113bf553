package io.jenkins.plugins.delivery.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What must not be done to a Jenkins that other people use; skipped with a line where one was named that runs already. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsWar.Condition.class)
@interface NeedsWar {
    /** What it does, as the end of "because it …". */
    String value();

    /** Says the line once for each class or method that is left out. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!(AcceptanceTarget.of(System::getProperty) instanceof AcceptanceTarget.Running)) {
                return ConditionEvaluationResult.enabled("the suite starts its own Jenkins");
            }
            return AnnotationSupport.findAnnotation(context.getElement(), NeedsWar.class)
                    .map(needs -> skipped(context, needs.value()))
                    .orElse(ConditionEvaluationResult.enabled("harmless"));
        }

        private static ConditionEvaluationResult skipped(ExtensionContext context, String why) {
            String line = context.getDisplayName() + ": needs -Djenkins.war, because it " + why + ".";
            System.out.println("Skipped " + line);
            return ConditionEvaluationResult.disabled(line);
        }
    }
}
