package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.flow.Figure;
import io.jenkins.plugins.delivery.engine.flow.Judgement;
import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportKind;
import io.jenkins.plugins.delivery.engine.flow.ReportKinds;
import io.jenkins.plugins.delivery.engine.flow.Reports;
import io.jenkins.plugins.delivery.engine.flow.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformPlanTest {
    private static final ReportKind PLAN_KIND = ReportKinds.named("terraform-plan");
    private static final String PLAN = """
            {"format_version": "1.2", "terraform_version": "1.11.4",
             "variables": {"password": {"value": "hunter2"}},
             "planned_values": {"root_module": {"resources": [{"values": {"password": "hunter2"}}]}},
             "resource_changes": [
              {"address": "aws_instance.web", "mode": "managed", "type": "aws_instance",
               "change": {"actions": ["update"], "before": {"size": "small", "id": "1", "password": "old"},
                          "after": {"size": "big", "id": "1", "password": "hunter2"}, "after_unknown": {"ip": true, "tags": {}}}},
              {"address": "module.orders.aws_db_instance.main", "mode": "managed", "type": "aws_db_instance",
               "change": {"actions": ["delete", "create"], "before": {"name": "a"}, "after": {"name": "b"}, "after_unknown": {},
                          "replace_paths": [["name"]]}, "action_reason": "replace_because_cannot_update"},
              {"address": "aws_s3_bucket_policy.logs", "mode": "managed", "type": "aws_s3_bucket_policy",
               "change": {"actions": ["delete"], "before": {}, "after": null}},
              {"address": "aws_eip.a", "mode": "managed", "type": "aws_eip", "change": {"actions": ["create"], "before": null, "after": {}}},
              {"address": "aws_eip.b", "mode": "managed", "type": "aws_eip", "change": {"actions": ["no-op"]}},
              {"address": "data.aws_ami.a", "mode": "data", "type": "aws_ami", "change": {"actions": ["read"]}}],
             "errored": false}
            """;

    @TempDir
    Path folder;

    private Reading read(Map<String, Object> settings) throws IOException {
        return Reports.read(PLAN_KIND, folder, PLAN, settings);
    }

    private static double value(Reading reading, String figure) {
        return reading.figure(figure).map(Figure::value).orElseThrow();
    }

    @Test
    void says_what_is_added_changed_and_destroyed() throws Exception {
        Reading reading = read(Map.of());
        assertThat(reading.summary())
                .isEqualTo(
                        "2 to add, 1 to change, 2 to destroy, among them data stores: module.orders.aws_db_instance.main");
        assertThat(value(reading, "added")).isEqualTo(2);
        assertThat(value(reading, "destroyed")).isEqualTo(2);
        assertThat(reading.rows()).hasSize(4);
    }

    @Test
    void destroying_what_holds_data_is_red_and_passes_no_gate() throws Exception {
        Reading reading = read(Map.of());
        assertThat(reading.rows())
                .filteredOn(row -> row.tone() == Row.Tone.DANGER)
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .containsExactly(
                                "destroy and add again",
                                "module.orders.aws_db_instance.main",
                                "aws_db_instance",
                                "holds data; replace because cannot update; because of name; changes name"));
        assertThat(Judgement.of(reading, PLAN_KIND.gates(), null).violations())
                .containsExactly("data stores destroyed without allowance: 1, 0 allowed");
        assertThat(reading.sentences().get(0)).contains("allowDestroy: ['module.orders.aws_db_instance.main']");
    }

    @Test
    void an_allowance_counts_for_what_it_names() throws Exception {
        Reading allowed = read(Map.of("allowDestroy", List.of("module.orders.*", "aws_db_instance.old")));
        assertThat(Judgement.of(allowed, PLAN_KIND.gates(), null).passed()).isTrue();
        assertThat(allowed.sentences())
                .containsExactly(
                        "allowDestroy names 'aws_db_instance.old', which this plan does not destroy; take it away.");
        Reading other = read(Map.of("allowDestroy", "aws_db_instance.main"));
        assertThat(value(other, "dataStoresDestroyed")).isEqualTo(1);
        assertThatExceptionOfType(ArgumentException.class)
                .isThrownBy(() -> read(Map.of("allowDestroy", true)))
                .withMessageContaining("settings.allowDestroy: expected names of resources");
    }

    @Test
    void more_can_be_said_to_hold_data() throws Exception {
        assertThat(value(read(Map.of("dataStores", List.of("aws_s3_bucket_policy"))), "dataStoresDestroyed"))
                .isEqualTo(2);
    }

    @Test
    void the_same_file_tells_what_has_drifted() throws Exception {
        String drifted = PLAN.replace("\"resource_changes\"", """
                "resource_drift": [
                 {"address": "aws_instance.web", "mode": "managed", "type": "aws_instance",
                  "change": {"actions": ["update"], "before": {"tags": 1}, "after": {"tags": 2}}},
                 {"address": "aws_eip.c", "mode": "managed", "type": "aws_eip", "change": {"actions": ["delete"], "before": {}}}],
                "resource_changes\"""");
        Reading reading = Reports.read(
                ReportKinds.named("terraform-drift"),
                folder,
                drifted,
                Map.of("ignore", List.of("aws_s3_bucket_policy.*")));
        assertThat(reading.summary())
                .isEqualTo("4 resources are not as the code says: 2 changed by others (1 gone), 2 otherwise");
        assertThat(reading.rows())
                .extracting(row -> row.cells().get(0) + ": " + row.cells().get(2))
                .containsExactly(
                        "aws_instance.web: changed by others",
                        "aws_eip.c: gone: destroyed by others",
                        "module.orders.aws_db_instance.main: the code says to destroy and add again",
                        "aws_eip.a: the code says to add");
        assertThat(Judgement.of(reading, ReportKinds.named("terraform-drift").gates(), null)
                        .outcome())
                .isEqualTo(Judgement.Outcome.UNSTABLE);
        assertThat(value(reading, "ignored")).isEqualTo(1);
    }

    @Test
    void a_plan_that_changes_nothing_but_an_output_is_a_change() throws Exception {
        Reading reading = Reports.read(
                PLAN_KIND,
                folder,
                "{\"format_version\": \"1.2\", \"planned_values\": {}, \"output_changes\": {\"a\": {\"actions\": [\"update\"],"
                        + " \"after\": \"hunter2\"}, \"b\": {\"actions\": [\"no-op\"]}}}");
        assertThat(value(reading, "changes")).isEqualTo(1);
        assertThat(reading.rows()).singleElement().asString().contains("output").doesNotContain("hunter2");
    }

    @Test
    void no_value_is_told() throws Exception {
        Reading reading = read(Map.of());
        assertThat(reading.toString()).doesNotContain("hunter2").contains("changes ip, password, size");
    }

    @Test
    void what_is_no_plan_is_refused() {
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> Reports.read(PLAN_KIND, folder, "{\"format_version\": \"1.0\"}"))
                .withMessageContaining("report: expected what 'terraform show -json' says of a plan file");
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> Reports.read(PLAN_KIND, folder, PLAN.replace("\"1.2\"", "\"2.0\"")))
                .withMessageContaining("format 2.0 is newer than 1.x");
    }

    @Test
    void a_plan_that_ended_with_an_error_does_not_pass() throws Exception {
        Reading reading = Reports.read(PLAN_KIND, folder, PLAN.replace("\"errored\": false", "\"errored\": true"));
        assertThat(reading.failures()).containsExactly("The plan is not whole: planning ended with an error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws_s3_bucket",
                "aws_dynamodb_table",
                "aws_rds_cluster",
                "aws_ebs_volume",
                "google_sql_database_instance",
                "google_storage_bucket",
                "azurerm_mssql_database",
                "azurerm_storage_account",
                "kubernetes_persistent_volume_claim",
                "AWS::S3::Bucket",
                "AWS::RDS::DBInstance",
                "AWS::DynamoDB::Table",
                "aws:s3/bucket:Bucket",
                "aws:rds/instance:Instance",
                "Microsoft.Sql/servers/databases",
                "Microsoft.Storage/storageAccounts",
                "Microsoft.DocumentDB/databaseAccounts",
                "azure-native:sql:Database",
                "postgresql_database"
            })
    void what_holds_data_is_known_by_its_type(String type) {
        assertThat(new DataStores(Names.NONE).holdsData(type, "any")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws_s3_bucket_policy",
                "aws_db_subnet_group",
                "aws_db_parameter_group",
                "aws_instance",
                "aws_volume_attachment",
                "AWS::S3::BucketPolicy",
                "AWS::Lambda::Function",
                "kubernetes_deployment",
                "azurerm_mssql_firewall_rule",
                "terraform_data",
                "google_sql_user"
            })
    void what_merely_belongs_to_it_is_not(String type) {
        assertThat(new DataStores(Names.NONE).holdsData(type, "any")).isFalse();
    }
}
