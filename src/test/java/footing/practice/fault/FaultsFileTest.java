package footing.practice.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import footing.account.Region;
import footing.practice.PracticeException;
import footing.practice.cloudformation.Hindrance.Doing;
import footing.practice.fault.Fault.Effect;
import footing.practice.fault.Fault.OfCall;
import footing.practice.fault.Fault.OfResource;
import footing.practice.fault.Fault.Trigger;
import footing.practice.fault.Fault.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;

class FaultsFileTest {

    private static final Region FRANKFURT = new Region("eu-central-1");
    private static final String ALL = """
        faults:
          - call: cloudformation:ExecuteChangeSet
            region: eu-central-1
            match: {StackName: footing-*}
            occurrence: 2
            does: throttle
          - call: iam:*
            occurrence: {from: 3}
            does: deny
          - call: sts:GetCallerIdentity
            occurrence: every
            does: expired-credentials
            for: 4
          - write: 7
            does: kill-after
          - resource: {stack: footing-security, logicalId: Trail}
            does: fail
            reason: No trail today
            times: 2
          - resource: {stack: footing-config, logicalId: Recorder, region: eu-central-1}
            during: delete
            does: slow
            by: 40s
          - before: {call: iam:GetAccountPasswordPolicy, occurrence: 2}
            change: {call: iam:UpdateAccountPasswordPolicy, with: {MinimumPasswordLength: 20}}
        """;

    private static Faults read(String text) {
        return FaultsFile.read("faults.yaml", text);
    }

    @Test
    void file_saysEverything() {
        assertThat(read(ALL).list()).containsExactly(
                new OfCall("faults[0], line 2", new CallPattern("cloudformation:ExecuteChangeSet",
                        Optional.of(FRANKFURT), Map.of("StackName", "footing-*"), Occurrence.only(2)),
                        Effect.Simple.THROTTLE),
                new OfCall("faults[1], line 7", new CallPattern("iam:*", Optional.empty(), Map.of(),
                        Occurrence.from(3)), Effect.Simple.DENY),
                new OfCall("faults[2], line 10", new CallPattern("sts:GetCallerIdentity", Optional.empty(), Map.of(),
                        Occurrence.EVERY), new Effect.Expired(4)),
                new OfCall("faults[3], line 14", new Trigger.Write(7), Effect.Simple.KILL_AFTER),
                new OfResource("faults[4], line 16", "footing-security", "Trail", Optional.empty(),
                        Set.of(Doing.CREATE, Doing.UPDATE), new Trouble.Fails("No trail today", 2)),
                new OfResource("faults[5], line 20", "footing-config", "Recorder", Optional.of(FRANKFURT),
                        Set.of(Doing.DELETE), new Trouble.Slow(Duration.ofSeconds(40))),
                new OfCall("faults[6], line 24", new CallPattern("iam:GetAccountPasswordPolicy", Optional.empty(),
                        Map.of(), Occurrence.only(2)),
                        new Effect.Change(Operation.like("iam:UpdateAccountPasswordPolicy").getFirst(),
                                Optional.empty(),
                                UpdateAccountPasswordPolicyRequest.builder().minimumPasswordLength(20).build())));
    }

    @Test
    void file_mayBeJson(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f.json"),
                "{\"faults\": [{\"write\": 1, \"does\": \"deny\"}]}");

        assertThat(FaultsFile.read(file).list())
                .containsExactly(new OfCall("faults[0], line 1", new Trigger.Write(1), Effect.Simple.DENY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "- call: iam:GetRole|faults.yaml, line 2: faults[0]: 'does' is missing",
        "- {call: iam:GetAcountSummary, does: deny}|faults[0].call: 'iam:GetAcountSummary' is not allowed; allowed is service:Operation",
        "- {call: iam, does: deny}|faults[0].call: 'iam' is not allowed",
        "- {call: lambda:CreateFunction, does: deny}|services: access-analyzer, account,",
        "- {call: iam:GetRole, does: denny}|faults[0].does: 'denny' is not allowed; allowed is deny, expired-credentials, kill-after, kill-before, lost-answer, server-error, throttle, timeout",
        "- {call: iam:GetRole, does: deny, ocurrence: 2}|faults[0].ocurrence: there is no such key here; allowed are call,",
        "- {call: iam:GetRole, does: deny, for: 2}|faults[0].for: there is no such key here",
        "- {call: iam:GetRole, does: deny, occurrence: 0}|faults[0].occurrence: '0' is not allowed; allowed is a number from 1 on, every, or {from: 3}",
        "- {call: iam:GetRole, does: deny, occurrence: {from: no}}|faults[0].occurrence.from: 'no' is not allowed; allowed is a whole number from 1",
        "- {call: iam:GetRole, does: deny, region: mars-north-1}|faults[0].region: 'mars-north-1' is not allowed; allowed is a Region such as",
        "- {call: iam:GetRole, does: deny, match: {Name: x}}|faults[0].match.Name: no request of iam:GetRole has such a member; allowed are RoleName",
        "- {call: iam:GetRole, write: 2, does: deny}|exactly one of these keys says what the fault is about: call, write, resource, before",
        "- {write: 0, does: deny}|faults[0].write: '0' is not allowed; allowed is a whole number from 1",
        "- {resource: {stack: s}, does: fail}|faults[0].resource: 'logicalId' is missing",
        "- {resource: {stack: s, logicalId: My-Trail}, does: fail}|faults[0].resource.logicalId: 'My-Trail' is not allowed; allowed is letters and digits",
        "- {resource: {stack: s_1, logicalId: T}, does: fail}|faults[0].resource.stack: 's_1' is not allowed",
        "- {resource: {stack: s, logicalId: T}, does: deny}|faults[0].does: 'deny' is not allowed; allowed is fail, slow",
        "- {resource: {stack: s, logicalId: T}, does: slow}|'by' is missing",
        "- {resource: {stack: s, logicalId: T}, does: slow, by: 61m}|faults[0].by: '61m' is not allowed; allowed is a time",
        "- {resource: {stack: s, logicalId: T}, does: slow, by: 2s, times: 1}|faults[0].times: there is no such key here",
        "- {resource: {stack: s, logicalId: T}, does: fail, during: always}|faults[0].during: 'always' is not allowed; allowed is create, update, delete",
        "- {before: {call: iam:GetRole}}|'change' is missing",
        "- {before: {call: iam:GetRole}, change: {call: iam:Delete*}}|faults[0].change.call: 'iam:Delete*' is not allowed; allowed is one operation",
        "- {before: {call: iam:GetRole}, change: {call: s3:PutObject}}|faults[0].change.call: 's3:PutObject' is not allowed",
        "- {before: {call: iam:GetRole}, change: {call: iam:DeleteRole, with: {Role: x}}}|faults[0].change.with.Role: there is no such member; allowed are RoleName",
        "- {before: {call: iam:GetRole}, change: {call: iam:UpdateAccountPasswordPolicy, with: {MinimumPasswordLength: long}}}|'long' is not allowed; allowed is a number",
        "- {call: iam:GetRole, call: iam:GetUser, does: deny}|faults[0].call: stands there twice",
        "- word|faults[0]: 'word' is not a section",
        "{}|faults: '{…}' is not a list",
        "- [|this is neither YAML nor JSON",
        "[&a {write: 1, does: deny}, *a]|write out what the alias stands for"})
    void eachMistake_namesFieldValueAndWhatIsAllowed(String fault, String says) {
        assertThatExceptionOfType(PracticeException.class).isThrownBy(() -> read("faults:\n  " + fault + "\n"))
                .withMessageContaining(says)
                .withMessageStartingWith("--practice-faults: faults.yaml, line ")
                .matches((wrong) -> String.valueOf(wrong.getMessage()).lines().count() == 1, "one line");
    }

    @Test
    void file_isRefused_whenItIsEmptyOrSaysMore() {
        assertThatExceptionOfType(PracticeException.class).isThrownBy(() -> read("")).withMessageContaining("is empty");
        assertThatExceptionOfType(PracticeException.class).isThrownBy(() -> read("faults: []\nmore: 1"))
                .withMessageContaining("more: there is no such key here; allowed are faults");
        assertThatExceptionOfType(PracticeException.class).isThrownBy(() -> read("[".repeat(5000)))
                .withMessageContaining("at most 16 sections");
    }

    @Test
    void schema_takesWhatTheProgramTakes_andRefusesOtherShapes() throws IOException {
        assertThat(complaints(ALL)).isEmpty();
        assertThat(complaints("faults: [{call: 'iam:GetRole', does: denny}]")).isNotEmpty();
        assertThat(complaints("faults: [{write: 0, does: deny}]")).isNotEmpty();
        assertThat(complaints("faults: [{resource: {stack: s, logicalId: T}, does: slow}]")).isNotEmpty();
    }

    private static java.util.List<?> complaints(String yaml) throws IOException {
        try (
                InputStream in = Objects
                        .requireNonNull(FaultsFile.class.getResourceAsStream("/footing/schema/faults.schema.json"))) {
            String json = new ObjectMapper()
                    .writeValueAsString(new Load(LoadSettings.builder().build()).loadFromString(yaml));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                    .validate(json, InputFormat.JSON);
        }
    }
}
