package footing.practice.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.Region;
import footing.aws.AwsClients;
import footing.aws.SdkService;
import footing.practice.Practice;
import footing.practice.PracticeClients;
import footing.practice.PracticeException;
import footing.practice.PracticeOptions;
import footing.practice.PracticeState;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.TooManyRequestsException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;

class InjectionTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    private final PracticeState state = Practice.state(PracticeOptions.of("fresh").at(CLOCK));

    /** Stands for the end of the process. */
    private static final class Killed extends RuntimeException {
    }

    private AwsClients with(String... faults) {
        return with(FaultsFile.read("f", "faults:\n  - " + String.join("\n  - ", faults)));
    }

    private AwsClients with(Faults faults) {
        Injection injection = new Injection(faults, state.read().caller().arn(), () -> {
            throw new Killed();
        });
        PracticeClients plain = new PracticeClients(state, CLOCK, injection.resources());
        return injection.over(plain, plain.unbounded());
    }

    private static IamClient iam(AwsClients clients) {
        return clients.get(IamClient.class, Region.US_EAST_1);
    }

    private static void tryEach(Runnable... calls) {
        for (Runnable call : calls) {
            try {
                call.run();
            } catch (AwsServiceException refused) {
                // it counts all the same
            }
        }
    }

    @Test
    void call_isDenied_inTheServicesOwnWords() {
        AwsClients clients = with("{call: iam:GetAccountSummary, does: deny}", "{call: sns:ListTopics, does: deny}");

        assertThatExceptionOfType(IamException.class).isThrownBy(() -> iam(clients).getAccountSummary())
                .withMessageContaining(state.read().caller().arn() + " is not authorized to perform: iam:GetAccountSum")
                .matches((refusal) -> refusal.awsErrorDetails().errorCode().equals("AccessDenied"))
                .matches((refusal) -> refusal.requestId() != null);
        assertThatExceptionOfType(AuthorizationErrorException.class)
                .isThrownBy(() -> clients.get(SnsClient.class, Region.US_EAST_1).listTopics());
        assertThat(iam(clients).getAccountSummary().summaryMap()).isNotEmpty();
    }

    @Test
    void everyService_thatTheProgramCalls_mayBeNamed() {
        assertThat(Operation.CLIENTS).hasSameElementsAs(SdkService.all().stream().map(SdkService::type).toList());
    }

    @Test
    void throttle_isOneToTheSdk_whicheverServiceTellsIt() {
        assertThat(refusals("throttle")).hasSameSizeAs(Operation.CLIENTS)
                .allMatch(AwsServiceException::isThrottlingException);
    }

    @Test
    void serverError_isOneToTheSdk_whicheverServiceTellsIt() {
        assertThat(refusals("server-error")).hasSameSizeAs(Operation.CLIENTS)
                .allMatch((error) -> error.statusCode() == 500)
                .noneMatch(AwsServiceException::isThrottlingException);
    }

    @Test
    void credentials_areExpired_whicheverServiceIsAsked() {
        assertThat(refusals("expired-credentials")).hasSameSizeAs(Operation.CLIENTS)
                .allMatch((error) -> error.awsErrorDetails()
                        .errorCode()
                        .matches("ExpiredToken(Exception)?|RequestExpired"))
                .allMatch((error) -> error.requestId() != null);
    }

    /** What each service answers to the first of its operations. */
    private List<AwsServiceException> refusals(String effect) {
        List<AwsServiceException> refusals = new ArrayList<>();
        for (var type : Operation.CLIENTS) {
            Operation operation = Operation.of(type).filter(Operation::takesRequestAlone).findFirst().orElseThrow();
            Object client = with("{call: '*', does: " + effect + "}").get(type, Region.US_EAST_1);
            assertThatThrownBy(() -> operation.method().invoke(client, Requests.empty(operation)))
                    .cause()
                    .isInstanceOfSatisfying(AwsServiceException.class, refusals::add);
        }
        return refusals;
    }

    @Test
    void exception_isTheOneOfTheModel_whereThereIsOne() {
        AwsClients clients = with("{call: account:ListRegions, does: throttle}");

        assertThatExceptionOfType(TooManyRequestsException.class)
                .isThrownBy(() -> clients.get(AccountClient.class, Region.US_EAST_1).listRegions((all) -> {
                }));
    }

    @Test
    void timeout_doesNothing_andALostAnswerDoes_andNobodyCanTellThemApart() {
        AwsClients clients = with("{call: iam:CreateRole, match: {RoleName: a*}, does: timeout}",
                "{call: iam:CreateRole, match: {RoleName: b*}, does: lost-answer}");

        assertThatThrownBy(() -> role(clients, "alpha")).isInstanceOf(SdkClientException.class)
                .hasMessage("Unable to execute HTTP request: Read timed out")
                .hasRootCauseInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> role(clients, "beta")).isInstanceOf(SdkClientException.class)
                .hasMessage("Unable to execute HTTP request: Read timed out")
                .hasRootCauseInstanceOf(SocketTimeoutException.class);
        assertThat(state.read().iam().roles().has("alpha")).isFalse();
        assertThat(state.read().iam().roles().has("beta")).isTrue();
    }

    private static void role(AwsClients clients, String name) {
        iam(clients).createRole((role) -> role.roleName(name).assumeRolePolicyDocument("""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
             "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "sts:AssumeRole"}]}"""));
    }

    @Test
    void process_isEnded_beforeTheCallOrAfterIt() {
        AwsClients clients = with("{call: iam:CreateRole, match: {RoleName: alpha}, does: kill-before}",
                "{call: iam:CreateRole, match: {RoleName: beta}, does: kill-after}");

        assertThatThrownBy(() -> role(clients, "alpha")).isInstanceOf(Killed.class);
        assertThatThrownBy(() -> role(clients, "beta")).isInstanceOf(Killed.class);
        assertThat(state.read().iam().roles().has("alpha")).isFalse();
        assertThat(state.read().iam().roles().has("beta")).isTrue();
    }

    @Test
    void process_isEnded_alsoAfterACallThatWasRefused() {
        AwsClients clients = with("{call: iam:GetAccountPasswordPolicy, does: kill-after}");

        assertThatThrownBy(() -> iam(clients).getAccountPasswordPolicy()).isInstanceOf(Killed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 +-----", "3 --+---", "every ++++++", "{from: 4} ---+++"})
    void occurrence_saysWhichCallItIs(String line) {
        int cut = line.lastIndexOf(' ');
        AwsClients clients = with("{call: 'iam:Get*', occurrence: %s, does: deny}".formatted(line.substring(0, cut)));

        StringBuilder seen = new StringBuilder();
        for (int times = 0; times < 6; times++) {
            iam(clients).listAccountAliases();
            try {
                iam(clients).getAccountSummary();
                seen.append('-');
            } catch (IamException denied) {
                seen.append('+');
            }
        }
        assertThat(seen).hasToString(line.substring(cut + 1));
    }

    @Test
    void call_isMet_onlyInItsRegion() {
        AwsClients clients = with("{call: sns:ListTopics, region: eu-central-1, occurrence: every, does: deny}");

        assertThat(clients.get(SnsClient.class, Region.US_EAST_1).listTopics().topics()).isEmpty();
        assertThatThrownBy(() -> clients.get(SnsClient.class, new Region("eu-central-1")).listTopics())
                .isInstanceOf(AuthorizationErrorException.class);
    }

    @Test
    void write_isCounted_whateverItAsksFor() {
        AwsClients clients = with("{write: 3, does: kill-before}");

        iam(clients).updateAccountPasswordPolicy((policy) -> policy.minimumPasswordLength(14));
        iam(clients).getAccountPasswordPolicy();
        tryEach(() -> iam(clients).deleteRole((role) -> role.roleName("nobody")));
        iam(clients).getAccountSummary();
        assertThatThrownBy(() -> clients.get(S3Client.class, Region.US_EAST_1)
                .createBucket((one) -> one.bucket(
                        "acme")))
                .isInstanceOf(Killed.class);
    }

    @Test
    void credentials_areExpired_forAllCallsFromThere_orForSoMany() {
        AwsClients for2 = with("{call: iam:GetAccountSummary, occurrence: 2, does: expired-credentials, for: 2}");
        iam(for2).getAccountSummary();
        assertThatThrownBy(() -> iam(for2).getAccountSummary()).isInstanceOf(IamException.class);
        assertThatThrownBy(() -> for2.get(S3Client.class, Region.US_EAST_1).listBuckets())
                .hasMessageContaining("The provided token has expired.");
        assertThat(iam(for2).getAccountSummary().summaryMap()).isNotEmpty();

        AwsClients forEver = with("{call: iam:GetAccountSummary, does: expired-credentials}");
        iam(forEver).listRoles();
        tryEach(() -> iam(forEver).getAccountSummary());
        for (int times = 0; times < 20; times++) {
            assertThatThrownBy(() -> iam(forEver).listRoles()).as("call " + times).isInstanceOf(IamException.class);
        }
    }

    @Test
    void somebodyElse_changesSomething_rightBeforeTheCall() {
        AwsClients clients = with("""
            before: {call: iam:GetAccountPasswordPolicy, occurrence: 2}
                change: {call: iam:UpdateAccountPasswordPolicy, with: {MinimumPasswordLength: 20, RequireSymbols: true}}
            """);
        iam(clients).updateAccountPasswordPolicy((policy) -> policy.minimumPasswordLength(14));

        assertThat(iam(clients).getAccountPasswordPolicy().passwordPolicy().minimumPasswordLength()).isEqualTo(14);
        assertThat(iam(clients).getAccountPasswordPolicy().passwordPolicy())
                .matches((policy) -> policy.minimumPasswordLength() == 20 && policy.requireSymbols());
    }

    @Test
    void somebodyElse_isHeldBackByNoPolicy_andWorksWhereTheCallIs() {
        state.update((account) -> account.withDenials(List.of(
                new footing.practice.Denial("sns:CreateTopic", footing.practice.Denial.By.IDENTITY_POLICY))));
        AwsClients clients = with("""
            before: {call: sns:ListTopics}
                change: {call: sns:CreateTopic, with: {Name: theirs}}
            """);

        assertThat(clients.get(SnsClient.class, new Region("eu-central-1")).listTopics().topics()).singleElement()
                .matches((topic) -> topic.topicArn().equals("arn:aws:sns:eu-central-1:123456789012:theirs"));
    }

    @Test
    void somebodyElse_canDoOnlyWhatThePracticeAccountCan() {
        assertThatExceptionOfType(PracticeException.class).isThrownBy(() -> with("""
            before: {call: iam:GetUser}
                change: {call: iam:CreateUser, with: {UserName: x}}
            """)).withMessageContaining("faults[0], line 2: the practice account does not know iam:CreateUser");
    }

    @Test
    void whatNeverCameToPass_isTold_whenTheAccountIsClosed() {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord log) {
                lines.add(log.getLevel() + " " + new SimpleFormatter().formatMessage(log));
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger logger = Logger.getLogger("footing.practice.fault");
        logger.addHandler(handler);
        try (
                AwsClients clients = with("{call: iam:GetAccountSummary, does: deny}",
                        "{call: iam:GetUser, occurrence: 2, does: deny}",
                        "{resource: {stack: s, logicalId: T}, does: fail}")) {
            tryEach(() -> iam(clients).getAccountSummary(), () -> iam(clients).getUser((user) -> user.userName("x")));
        } finally {
            logger.removeHandler(handler);
        }

        assertThat(lines).filteredOn((line) -> line.startsWith("WARNING"))
                .containsExactly("WARNING --practice-faults: faults[1], line 3 never came to pass",
                        "WARNING --practice-faults: faults[2], line 4 never came to pass");
    }

    static Stream<Class<?>> clients() {
        return Operation.CLIENTS.stream().map((client) -> (Class<?>) client);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void everyClient_isOneOfThePracticeAccount(Class<?> type) {
        AwsClients clients = with(Faults.NONE);
        assertThat(Operation.CLIENTS.stream().filter(type::equals).map((one) -> clients.get(one, Region.US_EAST_1)))
                .singleElement()
                .isInstanceOf(type);
    }
}
