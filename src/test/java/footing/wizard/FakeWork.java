package footing.wizard;

import java.util.Set;
import footing.choices.ItemId;
import footing.account.AccountState;
import footing.account.AccountSummary;
import footing.account.AlternateContact;
import footing.account.DeniedBy;
import footing.account.DeployedStack;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Identity;
import footing.account.Observation;
import footing.account.Partition;
import footing.account.Permission;
import footing.account.PrimaryContact;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.VirtualMfaDevice;
import footing.aws.AwsClients;
import footing.aws.Connection;
import footing.aws.apply.ApplyEvent;
import footing.aws.apply.Intent;
import footing.aws.survey.SurveyEvent;
import footing.baseline.Beyond;
import footing.plan.Allowances;
import footing.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsClient;

/** An account that answers what a test tells it to, and waits where a test wants to look at it in between. */
public final class FakeWork implements AccountWork {

    public static final Identity IDENTITY = new Identity("123456789012",
            "arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/jo.miller",
            Optional.of("acme-shop"), Partition.AWS);
    private static final Instant AT = Instant.parse("2026-03-02T09:15:00Z");

    /** Closed until a test lets the survey go on; open from the start where it does not care. */
    CountDownLatch halfway = new CountDownLatch(0);
    public Optional<RuntimeException> failure = Optional.empty();
    Identity identity = IDENTITY;
    /** What is known of the permissions of every plan. */
    public Allowances allowances = new Allowances(List.of());
    /** What was read beyond the baseline, one after the other. */
    final List<Set<ItemId>> asked = new ArrayList<>();

    public static Connection connection() {
        AwsClients none = new AwsClients() {
            @Override
            public <C extends AwsClient> C get(Class<C> type, Region region) {
                throw new IllegalArgumentException(type.getName());
            }

            @Override
            public void close() {
            }
        };
        return new Connection(none, "fresh", Optional.of("fake"), Region.US_EAST_1, Optional.empty());
    }

    public AccountState account() {
        return new AccountState(identity, Region.US_EAST_1, List.of(Region.US_EAST_1), AT, Map.of())
                .with(Fact.PRIMARY_CONTACT,
                        Reading.seen(
                                new PrimaryContact("Jo Miller", Optional.empty(), "1 Street", Optional.empty(),
                                        Optional.empty(), "Town", Optional.empty(), Optional.empty(), "12345", "DE",
                                        "+49 30 901820", Optional.empty()),
                                seen("account", "GetContactInformation", Map.of("FullName", "Jo Miller"))))
                .with(Fact.BILLING_CONTACT,
                        Reading.seen(
                                Optional.of(new AlternateContact("Billing", "Team", "aws-billing@example.com", "+49")),
                                seen("account", "GetAlternateContact",
                                        Map.of("EmailAddress", "aws-billing@example.com"))))
                .with(Fact.OPERATIONS_CONTACT,
                        new Reading.Denied<>(new Permission("account:GetAlternateContact"),
                                DeniedBy.ORGANIZATION_POLICY, seen("account", "GetAlternateContact", Map.of())))
                .with(Fact.SECURITY_CONTACT,
                        Reading.seen(Optional.empty(), seen("account", "GetAlternateContact", Map.of())))
                .with(Fact.ACCOUNT_SUMMARY,
                        Reading.seen(new AccountSummary(true, false, true, false, 3),
                                seen("iam", "GetAccountSummary",
                                        Map.of("AccountMFAEnabled", "1", "AccountAccessKeysPresent", "0"))))
                .with(Fact.ROOT_VIRTUAL_MFA,
                        Reading.seen(List.of(
                                new VirtualMfaDevice("arn:aws:iam::123456789012:mfa/root",
                                        "arn:aws:iam::123456789012:root")),
                                seen("iam", "ListVirtualMFADevices", Map.of())))
                .with(Fact.PASSWORD_POLICY,
                        new Reading.Failed<>(
                                new Problem(Problem.Kind.TIMED_OUT, "iam:GetAccountPasswordPolicy", "no answer")));
    }

    private static Evidence seen(String service, String operation, Map<String, String> values) {
        return Evidence.of(new Observation(service, operation, Region.US_EAST_1, AT,
                "7f3c2a10-54b1-4c66-9d0e-1a2b3c4d5e6f", values));
    }

    @Override
    public AccountState survey(Connection connection, Consumer<SurveyEvent> progress) throws Exception {
        if (failure.isPresent()) {
            throw failure.get();
        }
        AccountState whole = account();
        progress.accept(new SurveyEvent.Began(identity, Fact.ALL.size()));
        AccountState soFar = new AccountState(whole.identity(), whole.home(), whole.regions(), AT, Map.of());
        int read = 0;
        for (Fact<?> fact : Fact.ALL) {
            if (fact.equals(Fact.ACCOUNT_SUMMARY)) {
                progress.accept(new SurveyEvent.CallBegan("iam", "GetAccountSummary", Region.US_EAST_1));
                halfway.await();
            }
            soFar = copy(soFar, whole, fact);
            read++;
            progress.accept(new SurveyEvent.FactRead(fact, soFar, read, Fact.ALL.size()));
        }
        return soFar;
    }

    private static <T> AccountState copy(AccountState to, AccountState from, Fact<T> fact) {
        return to.with(fact, from.read(fact));
    }

    @Override
    public AccountState more(Connection connection, AccountState account, Set<ItemId> beyond) {
        asked.add(beyond);
        if (failure.isPresent()) {
            throw failure.get();
        }
        AccountState more = account;
        for (Fact<?> fact : Beyond.facts(beyond)) {
            more = copy(more, account, fact);
        }
        return more;
    }

    @Override
    public Optional<ApplyEvent.Failure> settle(Connection connection, DeployedStack busy,
            Consumer<ApplyEvent> progress) {
        throw new IllegalStateException("nobody works on a stack here");
    }

    @Override
    public Allowances allowances(Connection connection, Plan plan) {
        failure.ifPresent((problem) -> {
            throw problem;
        });
        return allowances;
    }

    @Override
    public ApplyEvent.Ended apply(Connection connection, Plan plan, Intent intent, Consumer<ApplyEvent> progress) {
        return new ApplyEvent.Ended(List.of(), List.of());
    }
}
