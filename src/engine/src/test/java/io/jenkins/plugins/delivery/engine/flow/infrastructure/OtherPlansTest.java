package io.jenkins.plugins.delivery.engine.flow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.delivery.engine.flow.Reading;
import io.jenkins.plugins.delivery.engine.flow.ReportException;
import io.jenkins.plugins.delivery.engine.flow.ReportKinds;
import io.jenkins.plugins.delivery.engine.flow.Reports;
import io.jenkins.plugins.delivery.engine.flow.Row;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherPlansTest {
    @TempDir
    Path folder;

    private Reading read(String kind, String text) throws IOException {
        return Reports.read(ReportKinds.named(kind), folder, text);
    }

    private static String[] red(Reading reading) {
        return reading.rows().stream()
                .filter(row -> row.tone() == Row.Tone.DANGER)
                .map(row -> row.cells().get(0) + " " + row.cells().get(1))
                .toArray(String[]::new);
    }

    @Test
    void a_preview_of_pulumi() throws Exception {
        String preview = """
                {"config": {"db:password": "hunter2"}, "steps": [
                 {"op": "same", "urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"},
                 {"op": "create", "urn": "urn:pulumi:dev::shop::aws:ec2/eip:Eip::a", "newState": {"type": "aws:ec2/eip:Eip"}},
                 {"op": "update", "urn": "urn:pulumi:dev::shop::aws:ec2/instance:Instance::web", "diffReasons": ["size"],
                  "newState": {"type": "aws:ec2/instance:Instance"}},
                 {"op": "create-replacement", "urn": "urn:pulumi:dev::shop::aws:rds/instance:Instance::orders"},
                 {"op": "replace", "urn": "urn:pulumi:dev::shop::aws:rds/instance:Instance::orders", "replaceReasons": ["engine"],
                  "newState": {"type": "aws:rds/instance:Instance"}},
                 {"op": "delete-replaced", "urn": "urn:pulumi:dev::shop::aws:rds/instance:Instance::orders"},
                 {"op": "delete", "urn": "urn:pulumi:dev::shop::my:app:Component$aws:s3/bucket:Bucket::logs"}],
                 "diagnostics": [{"severity": "warning", "message": "deprecated"}], "changeSummary": {"create": 1}}
                """;
        Reading reading = read("pulumi-preview", preview);
        assertThat(reading.summary()).startsWith("2 to add, 1 to change, 2 to destroy, among them data stores: ");
        assertThat(red(reading))
                .containsExactly(
                        "destroy and add again urn:pulumi:dev::shop::aws:rds/instance:Instance::orders",
                        "destroy urn:pulumi:dev::shop::my:app:Component$aws:s3/bucket:Bucket::logs");
        assertThat(reading.toString()).doesNotContain("hunter2").contains("deprecated");
        assertThat(read("pulumi-drift", preview).summary()).startsWith("4 resources are not as the code says");
    }

    @Test
    void a_change_set_of_cloudformation() throws Exception {
        Reading reading = read("cloudformation-change-set", """
                {"StackName": "shop", "Status": "CREATE_COMPLETE", "Parameters": [{"ParameterValue": "hunter2"}], "Changes": [
                 {"Type": "Resource", "ResourceChange": {"Action": "Add", "LogicalResourceId": "Ip", "ResourceType": "AWS::EC2::EIP"}},
                 {"Type": "Resource", "ResourceChange": {"Action": "Modify", "LogicalResourceId": "Orders", "PhysicalResourceId": "orders-1",
                  "ResourceType": "AWS::RDS::DBInstance", "Replacement": "Conditional", "Details": [{"Target": {"Name": "Engine"}}]}},
                 {"Type": "Resource", "ResourceChange": {"Action": "Modify", "LogicalResourceId": "Table",
                  "ResourceType": "AWS::DynamoDB::Table", "Replacement": "True"}},
                 {"Type": "Resource", "ResourceChange": {"Action": "Remove", "LogicalResourceId": "Logs", "ResourceType": "AWS::S3::Bucket",
                  "PolicyAction": "Retain"}}]}
                """);
        assertThat(reading.summary())
                .isEqualTo("2 to add, 1 to change, 1 to destroy, among them data stores: Orders, Table, 1 to forget");
        assertThat(red(reading))
                .containsExactly("change, perhaps destroy and add again Orders", "destroy and add again Table");
        assertThat(reading.toString()).doesNotContain("hunter2");
    }

    @Test
    void a_stack_that_is_to_be_deleted() throws Exception {
        Reading reading = read("cloudformation-change-set", """
                {"StackResources": [{"LogicalResourceId": "Ip", "ResourceType": "AWS::EC2::EIP"},
                 {"LogicalResourceId": "Orders", "PhysicalResourceId": "orders-1", "ResourceType": "AWS::RDS::DBInstance"}]}
                """);
        assertThat(reading.summary()).isEqualTo("0 to add, 0 to change, 2 to destroy, among them data stores: Orders");
        assertThat(read("cloudformation-change-set", """
                {"StackResourceSummaries": [{"LogicalResourceId": "Ip", "ResourceType": "AWS::EC2::EIP", "ResourceStatus": "DELETE_COMPLETE"},
                 {"LogicalResourceId": "Orders", "ResourceType": "AWS::RDS::DBInstance", "ResourceStatus": "CREATE_COMPLETE"}]}
                """).summary())
                .isEqualTo("0 to add, 0 to change, 1 to destroy, among them data stores: Orders");
    }

    @Test
    void a_change_set_that_is_empty_failed_or_cut_off() throws Exception {
        assertThat(read(
                                "cloudformation-change-set",
                                "{\"Status\": \"FAILED\", \"StatusReason\": \"The submitted information didn't contain changes.\"}")
                        .failures())
                .isEmpty();
        assertThat(read("cloudformation-change-set", "{\"Status\": \"FAILED\", \"StatusReason\": \"No role\"}")
                        .failures())
                .containsExactly("The change set could not be made: No role");
        assertThat(read("cloudformation-change-set", "{\"Status\": \"CREATE_IN_PROGRESS\", \"NextToken\": \"x\"}")
                        .failures())
                .hasSize(2);
    }

    @Test
    void the_drift_of_a_stack() throws Exception {
        Reading reading = read("cloudformation-drift", """
                {"StackResourceDrifts": [
                 {"LogicalResourceId": "A", "ResourceType": "AWS::EC2::EIP", "StackResourceDriftStatus": "IN_SYNC"},
                 {"LogicalResourceId": "B", "ResourceType": "AWS::SQS::Queue", "StackResourceDriftStatus": "MODIFIED",
                  "PropertyDifferences": [{"PropertyPath": "/DelaySeconds", "ExpectedValue": "1", "ActualValue": "hunter2"}]},
                 {"LogicalResourceId": "C", "ResourceType": "AWS::SQS::Queue", "StackResourceDriftStatus": "DELETED"},
                 {"LogicalResourceId": "D", "ResourceType": "AWS::X", "StackResourceDriftStatus": "NOT_CHECKED"}]}
                """);
        assertThat(reading.summary())
                .isEqualTo("2 resources are not as the code says: 2 changed by others (1 gone), 0 otherwise");
        assertThat(reading.sentences()).containsExactly("D (AWS::X) was not compared: NOT_CHECKED.");
        assertThat(reading.toString()).doesNotContain("hunter2").contains("differs in /DelaySeconds");
    }

    @Test
    void the_drift_of_a_stack_in_pages() throws Exception {
        String page =
                "{\"StackResourceDrifts\": [{\"LogicalResourceId\": \"%s\", \"StackResourceDriftStatus\": \"MODIFIED\"}]%s}";
        String first = page.formatted("A", ", \"NextToken\": \"x\"");
        Reading whole = read("cloudformation-drift", "{\"Pages\": [" + first + ", " + page.formatted("B", "") + "]}");
        assertThat(whole.summary()).startsWith("2 resources are not as the code says");
        assertThat(whole.failures()).isEmpty();
        assertThat(read("cloudformation-drift", first).failures())
                .containsExactly("This is only a part of what has drifted; describe it with all its pages");
    }

    @Test
    void what_if_of_bicep() throws Exception {
        String group = "/subscriptions/1/resourceGroups/shop/providers/";
        Reading reading = read("bicep-what-if", """
                {"status": "Succeeded", "changes": [
                 {"changeType": "NoChange", "resourceId": "%1$sMicrosoft.Network/publicIPAddresses/a"},
                 {"changeType": "Create", "resourceId": "%1$sMicrosoft.Network/publicIPAddresses/b"},
                 {"changeType": "Modify", "resourceId": "%1$sMicrosoft.Web/sites/shop", "delta": [{"path": "properties.sku", "after": "hunter2"}]},
                 {"changeType": "Delete", "resourceId": "%1$sMicrosoft.Sql/servers/shop/databases/orders"},
                 {"changeType": "Unsupported", "resourceId": "x", "unsupportedReason": "a reference"}]}
                """.formatted(group));
        assertThat(reading.summary())
                .isEqualTo("1 to add, 1 to change, 1 to destroy, among them data stores: " + group
                        + "Microsoft.Sql/servers/shop/databases/orders");
        assertThat(reading.sentences()).contains("What happens to x cannot be foreseen: a reference.");
        assertThat(reading.toString()).doesNotContain("hunter2").contains("changes properties.sku");
        assertThat(read("bicep-what-if", "{\"status\": \"Failed\", \"error\": {\"code\": \"X\", \"message\": \"bad\"}}")
                        .failures())
                .containsExactly("What-if ended as Failed", "X: bad");
    }

    @Test
    void what_if_with_nothing_but_properties_that_the_service_writes() throws Exception {
        String answer = """
                {"error": null, "status": "Succeeded", "changes": [
                 {"changeType": "Modify", "resourceId": "/subscriptions/1/resourceGroups/shop/providers/Microsoft.Web/sites/shop",
                  "unsupportedReason": null, "delta": [{"path": "properties.state", "propertyChangeType": "NoEffect", "children": null}%s]}]}
                """;
        assertThat(read("bicep-drift", answer.formatted("")).summary()).isEqualTo("Everything is as the code says");
        Reading reading = read(
                "bicep-what-if",
                answer.formatted(", {\"path\": \"properties.sku\", \"propertyChangeType\": \"Modify\"}"));
        assertThat(reading.summary()).isEqualTo("0 to add, 1 to change, 0 to destroy");
        assertThat(reading.toString()).contains("changes properties.sku").doesNotContain("properties.state");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "terraform-plan",
                "pulumi-preview",
                "cloudformation-change-set",
                "bicep-what-if",
                "terraform-drift",
                "pulumi-drift",
                "cloudformation-drift",
                "bicep-drift"
            })
    void what_is_of_something_else_does_not_seem_to_be_without_changes(String kind) {
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> read(kind, "{\"anything\": {\"else\": []}}"))
                .withMessageContaining("expected what '");
    }
}
