package footing.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.choices.SamlSamples;
import footing.practice.PracticeOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;

class TagsOfResourcesTest {

    /** Beside what {@link SecurityTemplate} has: the other types that carry tags. */
    private static final String OTHERS = """
          Login:
            Type: AWS::IAM::SAMLProvider
            Properties: {Name: login, SamlMetadataDocument: %s}
          Issuer:
            Type: AWS::IAM::OIDCProvider
            Properties: {Url: https://login.example.com/a, ClientIdList: [sts.amazonaws.com]}
          Analyzer:
            Type: AWS::AccessAnalyzer::Analyzer
            Properties: {AnalyzerName: trial, Type: ACCOUNT}
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties: {Enable: true}
          Budget:
            Type: AWS::Budgets::Budget
            Properties:
              Budget: {BudgetName: all, BudgetType: COST, TimeUnit: MONTHLY, BudgetLimit: {Amount: 5, Unit: USD}}
              ResourceTags: [{Key: RESOURCE, Value: x}]
        """;

    private final Path file;
    private final Deploying deploying;

    TagsOfResourcesTest(@TempDir Path folder) {
        file = folder.resolve("state.json");
        deploying = new Deploying(PracticeOptions.of("fresh")
                .keptIn(file)
                .at(Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC)));
    }

    private static String template() {
        String metadata = "\"" + SamlSamples.TEXT.replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        return SecurityTemplate.TEXT.replace("Outputs:", OTHERS.formatted(metadata) + "Outputs:");
    }

    private void deploy(ChangeSetType type, String template, Map<String, String> tags) {
        deploying.execute(deploying.changeSet(type, template, tags, OnStackFailure.ROLLBACK));
        assertThat(deploying.finish()).endsWith(type + "_COMPLETE");
    }

    /** How often a tag stands in the account, its stacks left aside. */
    private long tagged(String key) throws IOException {
        JsonNode account = new ObjectMapper().readTree(file.toFile()).path("account");
        ((ObjectNode) account).remove("stacks");
        return account.toString().split("\"" + key + "\"", -1).length - 1L;
    }

    @Test
    void tag_isTakenOffEveryResource_whenTheStackHasItNoMore() throws IOException {
        deploy(ChangeSetType.CREATE, template(), Map.of("left-behind", "x", "stays", "y"));
        assertThat(tagged("left-behind")).isEqualTo(11).isEqualTo(tagged("stays"));

        deploy(ChangeSetType.UPDATE, template(), Map.of("stays", "y"));
        assertThat(tagged("left-behind")).isZero();
        assertThat(tagged("stays")).isEqualTo(11);
    }

    @Test
    void tag_isPutOnEveryResource_whenTheStackGetsIt_andTakesItsNewValue() throws IOException {
        deploy(ChangeSetType.CREATE, template(), Map.of("stays", "old-value"));
        deploy(ChangeSetType.UPDATE, template(), Map.of("stays", "new-value", "later", "x"));

        assertThat(tagged("later")).isEqualTo(11);
        assertThat(tagged("new-value")).isEqualTo(11);
        assertThat(tagged("old-value")).isZero();
    }

    @Test
    void tag_isTakenOffAResource_whenTheTemplateHasItNoMore() throws IOException {
        deploy(ChangeSetType.CREATE, template(), Map.of());
        assertThat(tagged("RESOURCE")).isEqualTo(1);

        deploy(ChangeSetType.UPDATE, template().replace("ResourceTags: [{Key: RESOURCE, Value: x}]",
                "ResourceTags: [{Key: OTHER, Value: x}]"), Map.of());
        assertThat(tagged("RESOURCE")).isZero();
        assertThat(tagged("OTHER")).isEqualTo(1);
    }

    @Test
    void logGroup_keepsItsClass_whichCannotBeChanged() {
        String group = """
            Resources:
              Group:
                Type: AWS::Logs::LogGroup
                Properties: {LogGroupName: seldom, LogGroupClass: INFREQUENT_ACCESS}
            """;
        deploying.create(group);
        assertThat(deploying.client(software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient.class)
                .describeLogGroups()
                .logGroups()).singleElement()
                .matches((one) -> one.logGroupClass() == LogGroupClass.INFREQUENT_ACCESS);

        assertThat(deploying.update(group.replace("INFREQUENT_ACCESS", "STANDARD")))
                .isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(deploying.reason("Group", "UPDATE_FAILED")).contains("LogGroupClass cannot be updated");
    }
}
