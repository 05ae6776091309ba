package footing.aws.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.DeniedBy;
import footing.account.Identity;
import footing.account.Partition;
import footing.account.Permission;
import footing.account.Region;
import footing.aws.AwsClients;
import footing.plan.Allowance;
import footing.plan.Allowance.Denied;
import footing.plan.Allowance.Doubt;
import footing.plan.Allowance.Obstacle;
import footing.plan.Allowances;
import footing.plan.IamPolicy;
import footing.practice.Bounds;
import footing.practice.Denial;
import footing.practice.Practice;
import footing.practice.PracticeClients;
import footing.practice.PracticeOptions;
import footing.practice.PracticeState;
import footing.practice.call.CallLog;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS's simulator answers, as what is known of a permission. */
@Timeout(60)
class SimulationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:footing-security";

    private final PracticeState state = Practice.state(PracticeOptions.of("fresh").at(CLOCK));
    private final CallLog calls = new CallLog();
    private final AwsClients clients = calls.over(new PracticeClients(state, CLOCK));

    private Allowances ask(IamPolicy.Statement... statements) {
        return ask(state.read().caller().arn(), statements);
    }

    private Allowances ask(String principal, IamPolicy.Statement... statements) {
        return Simulation.run(clients, new Identity(state.read().id(), principal, Optional.empty(), Partition.AWS),
                Region.US_EAST_1, new IamPolicy(List.of(statements)));
    }

    private static IamPolicy.Statement on(String resource, String... actions) {
        return new IamPolicy.Statement("Some", new TreeSet<>(List.of(actions).stream().map(Permission::new).toList()),
                List.of(resource), Map.of());
    }

    private void give(String... statements) {
        String policy = "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(",", statements) + "]}";
        Bounds bounds = new Bounds(new TreeMap<>(Map.of("Inline", policy)), new TreeMap<>(), new TreeSet<>(),
                new TreeMap<>(), new TreeSet<>());
        state.update((account) -> account.withBounds(bounds));
    }

    private static String allow(String action, String condition) {
        return "{\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"*\", \"Condition\": {%s}}"
                .formatted(action, condition);
    }

    private static final String EVERYTHING = allow("*", "");

    private void refuse(String action, Denial.By by) {
        state.update((account) -> account.withDenials(List.of(new Denial(action, by))));
    }

    private static Doubt doubt(Allowances allowances) {
        assertThat(allowances.doubts()).hasSize(1);
        return allowances.doubts().keySet().iterator().next();
    }

    private static Denied denied(Allowances allowances) {
        assertThat(allowances.denied()).hasSize(1);
        return allowances.denied().getFirst();
    }

    @ParameterizedTest
    @CsvSource({"SERVICE_CONTROL_POLICY, ORGANIZATION", "SERVICE_CONTROL_POLICY_IMPLICIT, ORGANIZATION",
        "PERMISSIONS_BOUNDARY, BOUNDARY", "IDENTITY_POLICY, NOT_ALLOWED", "IDENTITY_POLICY_EXPLICIT, DENIED"})
    void denied_tellsWhatDenies(Denial.By by, Obstacle told) {
        refuse("sns:CreateTopic", by);

        Allowances allowances = ask(on(TOPIC, "sns:CreateTopic", "sns:DeleteTopic"));

        assertThat(denied(allowances).by()).isEqualTo(told);
        assertThat(denied(allowances).resources()).containsExactly(TOPIC);
        assertThat(allowances.allowed()).containsExactly(new Permission("sns:DeleteTopic"));
    }

    @Test
    void explicitDeny_namesThePolicy() {
        give(EVERYTHING, "{\"Effect\": \"Deny\", \"Action\": \"sns:CreateTopic\", \"Resource\": \"*\"}");

        Denied denied = denied(ask(on(TOPIC, "sns:CreateTopic")));

        assertThat(denied.by()).isEqualTo(Obstacle.DENIED);
        assertThat(denied.policies()).containsExactly("Inline");
    }

    @ParameterizedTest
    @CsvSource({"Allow, Bool, true", "Deny, BoolIfExists, false"})
    void deniedForWantOfAContextValue_isNotKnown(String effect, String operator, String value) {
        give(effect.equals("Deny") ? EVERYTHING : allow("iam:*", ""),
                allow("sns:*", "\"%s\": {\"aws:MultiFactorAuthPresent\": \"%s\"}".formatted(operator, value))
                        .replace("Allow", effect));

        Allowances allowances = ask(on(TOPIC, "sns:CreateTopic"));

        assertThat(allowances.isDenied()).isFalse();
        assertThat(doubt(allowances)).isEqualTo(new Doubt.DependsOn(List.of("aws:multifactorauthpresent")));
    }

    /** The Region that a call goes to is known beforehand: of the resource, or of the service. */
    @ParameterizedTest
    @CsvSource({TOPIC + ", sns:CreateTopic, true",
        "arn:aws:sns:eu-west-1:123456789012:x, sns:CreateTopic, false", "*, iam:CreateUser, true",
        "*, budgets:ModifyBudget, true", "*, ec2:EnableEbsEncryptionByDefault, true"})
    void regionOfTheCall_isTold(String resource, String action, boolean allowed) {
        give(allow("iam:GetRole", ""), allow("iam:SimulatePrincipalPolicy", ""),
                allow("*", "\"StringEquals\": {\"aws:RequestedRegion\": \"us-east-1\"}"));

        Allowances allowances = ask(on(resource, action));

        assertThat(allowances.isDenied()).isEqualTo(!allowed);
        assertThat(allowances.doubts()).isEmpty();
    }

    @Test
    void conditionsOfAStatement_goAlong() {
        give(allow("iam:GetRole", ""), allow("iam:Simulate*", ""),
                allow("iam:PassRole", "\"StringEquals\": {\"iam:PassedToService\": \"config.amazonaws.com\"}"));
        String role = "arn:aws:iam::123456789012:role/x";

        Allowances allowances = ask(pass("Config", role, "config.amazonaws.com"),
                pass("CloudTrail", role, "cloudtrail.amazonaws.com"));

        assertThat(denied(allowances).asked().statement().sid()).isEqualTo("CloudTrail");
        assertThat(allowances.missing().statements()).containsExactly(
                pass("CloudTrail", role, "cloudtrail.amazonaws.com"));
    }

    private static IamPolicy.Statement pass(String sid, String role, String service) {
        return new IamPolicy.Statement(sid, new TreeSet<>(List.of(new Permission("iam:PassRole"))), List.of(role),
                Map.of("iam:PassedToService", service));
    }

    @Test
    void whoMayNotSimulate_isAskedForNothingMore() {
        refuse("iam:SimulatePrincipalPolicy", Denial.By.SERVICE_CONTROL_POLICY);

        Allowances allowances = ask(on(TOPIC, "sns:CreateTopic"), on("*", "ec2:EnableEbsEncryptionByDefault"),
                on("*", "iam:CreateUser"));

        assertThat(doubt(allowances)).isEqualTo(
                new Doubt.MayNotAsk(new Permission("iam:SimulatePrincipalPolicy"), DeniedBy.ORGANIZATION_POLICY));
        assertThat(calls.calls()).hasSize(2);
    }

    @Test
    void whoMayNotSeeTheirRole_knowsNothing() {
        refuse("iam:GetRole", Denial.By.IDENTITY_POLICY);

        assertThat(doubt(ask(on(TOPIC, "sns:CreateTopic")))).isEqualTo(
                new Doubt.MayNotAsk(new Permission("iam:GetRole"), DeniedBy.IDENTITY_POLICY));
    }

    @ParameterizedTest
    @CsvSource({"arn:aws:iam::123456789012:root, ROOT", "arn:aws:sts::123456789012:federated-user/jo, FEDERATED",
        "arn:aws:sts::123456789012:self, OTHER"})
    void whoIsNeitherUserNorRole_isNotSimulated(String principal, Doubt.Who who) {
        assertThat(doubt(ask(principal, on(TOPIC, "sns:CreateTopic")))).isEqualTo(new Doubt.NotSimulated(who));
        assertThat(calls.calls()).isEmpty();
    }

    @Test
    void user_isSimulatedAsTheyAre() {
        PracticeState inherited = Practice.state(PracticeOptions.of("inherited").at(CLOCK));
        String user = inherited.read().caller().arn();

        Allowances allowances = Simulation.run(calls.over(new PracticeClients(inherited, CLOCK)),
                new Identity(inherited.read().id(), user, Optional.empty(), Partition.AWS), Region.US_EAST_1,
                new IamPolicy(List.of(on(TOPIC, "sns:CreateTopic"))));

        assertThat(allowances.allowed()).containsExactly(new Permission("sns:CreateTopic"));
        assertThat(calls.calls()).singleElement()
                .satisfies((call) -> assertThat(call.operation()).isEqualTo("SimulatePrincipalPolicy"));
    }

    @Test
    void actionThatTheSimulatorDoesNotKnow_spoilsNoOther() {
        refuse("sns:DeleteTopic", Denial.By.IDENTITY_POLICY);

        Allowances allowances = ask(on("*", "sns:CreateTopic", "sns:DeleteTopic", "nowhere:Nothing",
                "sns:Subscribe", "sns:Unsubscribe"));

        assertThat(doubt(allowances)).isInstanceOf(Doubt.NotUnderstood.class);
        assertThat(allowances.doubts().values()).containsExactly(
                new TreeSet<>(List.of(new Permission("nowhere:Nothing"))));
        assertThat(denied(allowances).asked().action()).isEqualTo(new Permission("sns:DeleteTopic"));
        assertThat(allowances.allowed()).hasSize(3);
    }

    @Test
    void callsAreBounded_whateverIsAsked() {
        String[] unknown = IntStream.range(0, 1000).mapToObj((n) -> "nowhere:Nothing" + n).toArray(String[]::new);

        Allowances allowances = ask(on("*", unknown));

        assertThat(calls.calls()).hasSizeLessThanOrEqualTo(121);
        assertThat(allowances.doubts()).containsKey(new Doubt.TooMuchToAsk());
        assertThat(allowances.all()).hasSize(1000).allMatch(Allowance.NotKnown.class::isInstance);
    }

    /** More answers than IAM gives at a time. */
    @Test
    void everyPage_isRead() {
        refuse("sns:Action039", Denial.By.IDENTITY_POLICY);
        String[] actions = IntStream.range(0, 40).mapToObj("sns:Action%03d"::formatted).toArray(String[]::new);
        List<String> resources = IntStream.range(0, 30)
                .mapToObj((n) -> TOPIC + n)
                .toList();

        Allowances allowances = ask(new IamPolicy.Statement("Many",
                new TreeSet<>(List.of(actions).stream().map(Permission::new).toList()), resources, Map.of()));

        assertThat(denied(allowances).resources()).hasSize(30);
        assertThat(allowances.allowed()).hasSize(39);
        assertThat(allowances.doubts()).isEmpty();
    }
}
