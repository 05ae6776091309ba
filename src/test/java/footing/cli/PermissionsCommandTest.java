package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on standard output can be put into a file, and that into IAM, as it is. */
class PermissionsCommandTest {

    private static List<JsonNode> documents(String text) throws IOException {
        try (MappingIterator<JsonNode> all = new JsonMapper().readerFor(JsonNode.class).readValues(text)) {
            return all.readAll();
        }
    }

    private static Set<String> actions(JsonNode policy) {
        Set<String> actions = new TreeSet<>();
        policy.path("Statement")
                .forEach((statement) -> statement.path("Action").forEach((action) -> actions.add(action.asText())));
        return actions;
    }

    @Test
    void survey_isOnePolicy_andAsksNoAccount(@TempDir Path folder) throws IOException {
        Shell.Result result = new Shell(folder).run("permissions", "survey");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
        assertThat(result.err()).isEmpty();
        assertThat(documents(result.out())).singleElement()
                .satisfies((policy) -> assertThat(actions(policy))
                        .contains("iam:GetAccountSummary", "access-analyzer:ListAnalyzers")
                        .allMatch((action) -> action
                                .matches("[a-z0-9-]+:(Get|Describe|List|View|Generate|Simulate)[A-Za-z0-9]+")));
    }

    @Test
    void survey_takesMore_onlyWithWhatIsBeyondTheBaseline(@TempDir Path folder) throws IOException {
        Shell shell = new Shell(folder);
        Set<String> usual = actions(documents(shell.run("permissions", "survey").out()).getFirst());
        Set<String> more = actions(documents(shell.run("permissions", "survey", "--beyond").out()).getFirst());

        assertThat(usual).noneMatch((action) -> action.matches("(ec2|guardduty|ce):.*"));
        more.removeAll(usual);
        assertThat(more).contains("ec2:GetEbsEncryptionByDefault", "s3:GetAccountPublicAccessBlock").hasSize(7);
    }

    @Test
    void prove_isThePoliciesOfTheSurvey_andWhatItCallsItself(@TempDir Path folder) throws IOException {
        List<JsonNode> policies = documents(new Shell(folder).run("permissions", "prove").out());

        assertThat(policies).hasSize(2);
        assertThat(actions(policies.getFirst())).contains("sns:ListTopics", "cloudwatch:DescribeAlarms");
        assertThat(actions(policies.getLast())).containsExactly("cloudwatch:DescribeAlarms",
                "cloudwatch:SetAlarmState", "sns:ConfirmSubscription", "sns:Subscribe");
    }

    @ParameterizedTest
    @CsvSource({"cn-north-1, arn:aws-cn:", "us-gov-west-1, arn:aws-us-gov:", "eu-central-1, arn:aws:"})
    void survey_namesThePartition_ofTheHomeRegion(String region, String arn, @TempDir Path folder) {
        assertThat(new Shell(folder).run("permissions", "survey", "--region", region).out())
                .contains("\"" + arn + "cloudformation:*:*:stack/footing-*/*\"");
    }

    @Test
    void apply_isThePoliciesOfTheSurveyAndOfThePlan_eachInAFileWhereOneIsNamed(@TempDir Path folder)
            throws IOException {
        Shell shell = new Shell(folder);
        String choices = shell.file("choices.yaml").toString();
        shell.run("plan", "--practice", "--write-choices", choices);

        Shell.Result printed = shell.run("permissions", "apply", "--practice", "--choices", choices);
        Shell.Result written = shell.run("permissions", "apply", "--practice", "--choices", choices, "--out",
                shell.file("out").toString());

        List<JsonNode> policies = documents(printed.out());
        assertThat(policies.size()).isGreaterThan(1);
        assertThat(printed.err()).contains("These are " + policies.size() + " policies");
        assertThat(actions(policies.getFirst())).contains("iam:GetAccountSummary");
        assertThat(actions(policies.get(1))).contains("cloudformation:ExecuteChangeSet",
                "access-analyzer:CreateAnalyzer");
        assertThat(written.exitCode()).as(written.err()).isEqualTo(printed.exitCode());
        assertThat(written.out()).isEmpty();
        for (int at = 0; at < policies.size(); at++) {
            assertThat(new JsonMapper().readTree(shell.file("out/footing-apply-" + (at + 1) + ".json").toFile()))
                    .isEqualTo(policies.get(at));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"permissions | footing permissions survey",
        "permissions surevy | There is no command 'surevy'. Commands: survey, prove, apply. Did you mean survey?",
        "permissions apply --practice | --choices", "permissions survey more | takes options only"})
    void wrongUse_isToldInOneLine(String arguments, String saying, @TempDir Path folder) {
        Shell.Result result = new Shell(folder).run(arguments.split(" "));

        assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(result.err().lines()).singleElement().asString().contains(saying);
    }

    @Test
    void help_isThere(@TempDir Path folder) {
        for (String command : List.of("survey", "apply")) {
            Shell.Result help = new Shell(folder).run("permissions", command, "--help");
            assertThat(help.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(help.out()).startsWith("Usage: footing permissions " + command).contains("--out=DIR");
            assertThat(help.lines()).allSatisfy((line) -> assertThat(line.length()).isLessThanOrEqualTo(80));
        }
    }
}
