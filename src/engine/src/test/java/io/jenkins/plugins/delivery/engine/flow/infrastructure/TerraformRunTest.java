package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformRunTest {
    private static final String HALF = """
            {"@level":"info","type":"planned_change","change":{"resource":{"addr":"a.quick"},"action":"create"}}
            {"@level":"info","type":"planned_change","change":{"resource":{"addr":"a.slow"},"action":"replace"}}
            {"@level":"info","type":"planned_change","change":{"resource":{"addr":"a.after"},"action":"update"}}
            {"@level":"info","type":"apply_start","hook":{"resource":{"addr":"a.quick"},"action":"create"}}
            {"@level":"info","type":"apply_complete","hook":{"resource":{"addr":"a.quick"},"action":"create"}}
            {"@level":"info","type":"apply_start","hook":{"resource":{"addr":"a.slow"},"action":"delete"}}
            {"@level":"info","type":"apply_complete","hook":{"resource":{"addr":"a.slow"},"action":"delete"}}
            {"@level":"info","type":"apply_start","hook":{"resource":{"addr":"a.slow"},"action":"create"}}
            {"@level":"info","type":"provision_progress","hook":{"output":"token=hunter2"}}
            {"@level":"info","type":"apply_errored","hook":{"resource":{"addr":"a.slow"},"action":"create"}}
            {"@level":"error","type":"diagnostic","diagnostic":{"severity":"error","summary":"Quota exceeded","detail":"3 of 3\\nused.",
             "address":"a.slow","range":{"filename":"main.tf","start":{"line":7}}}}
            """.replace(",\n \"address\"", ",\"address\"");

    private static final String LOCKED = "{\"type\":\"diagnostic\",\"diagnostic\":{\"severity\":\"error\","
            + "\"summary\":\"Error acquiring the state lock\",\"detail\":\"Error message: resource temporarily unavailable\\n"
            + "Lock Info:\\n  ID:        900de083\\n  Path:      s3/network.tfstate\\n  Operation: OperationTypeApply\\n"
            + "  Who:       anna@laptop\\n  Version:   1.11.4\\n  Created:   2026-11-21 09:01:52.04 +0000 UTC\\n  Info:      \\n\\n\"}}";

    @TempDir
    Path folder;

    private Reading read(String text, int exitCode) throws IOException {
        return Reports.read(new TerraformRun(), folder, text, Map.of("exitCode", exitCode));
    }

    @Test
    void says_what_was_and_what_was_not_done_when_it_ends_half_way() throws Exception {
        Reading reading = read(HALF, 1);
        assertThat(reading.summary()).isEqualTo("2 done, 1 failed, 1 not done");
        assertThat(reading.rows())
                .extracting(row -> String.join(" ", row.cells()))
                .containsExactly(
                        "a.quick create done", "a.slow delete done", "a.slow create failed", "a.after update not done");
        assertThat(reading.failures()).containsExactly("a.slow: Quota exceeded (main.tf:7): 3 of 3 used.");
        assertThat(reading.sentences())
                .containsExactly(
                        "What was done is in the state: plan again when the reason is gone, and only the rest is planned.");
        assertThat(reading.toString()).doesNotContain("hunter2");
    }

    @Test
    void says_who_holds_the_lock_since_when_and_how_to_go_on() throws Exception {
        Reading reading = read(LOCKED, 1);
        assertThat(reading.summary()).isEqualTo("Nothing was changed");
        assertThat(reading.failures())
                .containsExactly(
                        "The state s3/network.tfstate is locked by anna@laptop since 2026-11-21 09:01:52.04 +0000 UTC"
                                + " for 'apply' (lock 900de083); nothing was changed");
        assertThat(reading.sentences().get(0)).contains("longer lockTimeout", "terraform force-unlock 900de083");
    }

    @Test
    void reads_the_text_of_commands_that_write_no_json() throws Exception {
        Reading reading = read("""
                Initializing the backend...
                ╷
                │ Error: Invalid backend configuration argument
                │\s
                │ The backend configuration argument "bukket" given on the command line is not expected.
                ╵
                """, 1);
        assertThat(reading.failures())
                .containsExactly(
                        "Invalid backend configuration argument: The backend configuration argument \"bukket\" given"
                                + " on the command line is not expected.");
        assertThat(read("\u001B[31mError: \u001B[0mno such thing\nmore\n", 3)
                        .failures()
                        .get(0))
                .startsWith("Ended with exit code 3: ");
    }

    @Test
    void a_crash_without_a_word_is_a_failure_and_success_is_none() throws Exception {
        assertThat(read("", 137).failures()).containsExactly("Ended with exit code 137: without saying why");
        assertThat(read("Initialized\n", 0).failures()).isEmpty();
    }
}
