package io.jenkins.plugins.delivery.rehearsal.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostConditionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUCCESS   |          | always changed success cleanup",
                "SUCCESS   | SUCCESS  | always success cleanup",
                "SUCCESS   | FAILURE  | always changed fixed success cleanup",
                "SUCCESS   | ABORTED  | always changed success cleanup",
                "UNSTABLE  | SUCCESS  | always changed regression unsuccessful unstable cleanup",
                "FAILURE   |          | always changed unsuccessful failure cleanup",
                "FAILURE   | FAILURE  | always unsuccessful failure cleanup",
                "FAILURE   | UNSTABLE | always changed regression unsuccessful failure cleanup",
                "ABORTED   |          | always changed aborted unsuccessful cleanup",
                "NOT_BUILT | SUCCESS  | always changed unsuccessful notBuilt cleanup"
            })
    void hold_by_the_result_now_and_the_one_before(String now, String before, String expected) {
        PostConditions conditions =
                new PostConditions(Result.fromString(now), before == null ? null : Result.fromString(before));

        assertThat(Post.CONDITIONS.stream().filter(conditions::holds))
                .containsExactlyElementsOf(List.of(expected.split(" ")));
    }
}
