package footing.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accounts to judge in tests: an identity, a home Region, and the facts that a test gives. Everything else is not read.
 */
public final class States {

    public static final String ACCOUNT = "123456789012";
    public static final Region HOME = new Region("eu-central-1");
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private AccountState state = new AccountState(
            new Identity(ACCOUNT, "arn:aws:iam::" + ACCOUNT + ":user/admin", Optional.empty(), Partition.AWS), HOME,
            List.of(HOME), NOW, Map.of());

    private States() {
    }

    /** An account of which nothing was read. */
    public static States blank() {
        return new States();
    }

    /** An account of which everything was read and where nothing is set up; the root user has a password alone. */
    public static States fresh() {
        return SampleConfig.untouched(blank())
                .seen(Fact.PRIMARY_CONTACT, primaryContact(Optional.empty(), "+1 206 555 0100"))
                .seen(Fact.BILLING_CONTACT, Optional.empty())
                .seen(Fact.OPERATIONS_CONTACT, Optional.empty())
                .seen(Fact.SECURITY_CONTACT, Optional.empty())
                .seen(Fact.ACCOUNT_SUMMARY, new AccountSummary(false, false, true, false, 0))
                .seen(Fact.ROOT_VIRTUAL_MFA, List.of())
                .seen(Fact.PASSWORD_POLICY, Optional.empty())
                .seen(Fact.CREDENTIAL_REPORT, report())
                .seen(Fact.IAM_PEOPLE, new IamPeople(List.of(), List.of()))
                .seen(Fact.ORGANIZATION, Optional.empty())
                .seen(Fact.CENTRAL_ROOT_ACCESS, Optional.empty())
                .seen(Fact.IDENTITY_CENTERS, Regional.of(List.of(HOME), (region) -> Reading.seen(List.of())))
                .seen(Fact.IDENTITY_PROVIDERS, new IdentityProviders(List.of(), List.of()))
                .seen(Fact.ANALYZERS, Regional.of(List.of(HOME), (region) -> Reading.seen(List.of())))
                .seen(Fact.TRAILS, List.of())
                .seen(Fact.FAR_TRAILS, Regional.of(List.of(), (region) -> Reading.seen(List.of())))
                .seen(Fact.LOG_BUCKETS, Map.of())
                .seen(Fact.LOG_GROUPS, Map.of())
                .seen(Fact.METRIC_FILTERS, List.of())
                .seen(Fact.ALARMS, List.of())
                .seen(Fact.TOPICS, List.of())
                .seen(Fact.PAID_SUPPORT, false)
                .seen(Fact.ACCOUNT_PLAN, Optional.empty())
                .seen(Fact.BUDGETS, List.of())
                .seen(Fact.BILLING_TOPICS, List.of())
                .seen(Fact.USAGE_EXPORTS, List.of())
                .seen(Fact.USAGE_REPORTS, List.of())
                .seen(Fact.BUCKET_NAMES, java.util.Set.of())
                .seen(Fact.ROLE_NAMES, java.util.Set.of())
                .seen(Fact.SECURITY_STACK, Optional.empty())
                .seen(Fact.BILLING_STACK, Optional.empty())
                .seen(Fact.CONFIG_STACKS, SampleConfig.everywhere(Optional.empty()));
    }

    public <T> States seen(Fact<T> fact, T value) {
        return with(fact, Reading.seen(value, Evidence.of(observation(fact))));
    }

    public States denied(Fact<?> fact, String action) {
        return with(fact, denied(action));
    }

    public States failed(Fact<?> fact) {
        return with(fact, failed("test:" + fact.name()));
    }

    public <T> States with(Fact<T> fact, Reading<T> reading) {
        state = state.with(fact, reading);
        return this;
    }

    public AccountState account() {
        return state;
    }

    public static <T> Reading<T> denied(String action) {
        return new Reading.Denied<>(new Permission(action), DeniedBy.IDENTITY_POLICY, Evidence.NONE);
    }

    public static <T> Reading<T> failed(String call) {
        return new Reading.Failed<>(new Problem(Problem.Kind.TIMED_OUT, call, ""));
    }

    /** A credential report on these users; the root user has a password that nobody has used for long. */
    public static CredentialReport report(CredentialReport.Credentials... users) {
        return report(NOW.minus(Duration.ofDays(200)), users);
    }

    /** A credential report in which the root user signed in at this time. */
    public static CredentialReport report(Instant rootUsedAt, CredentialReport.Credentials... users) {
        CredentialReport.Credentials root = new CredentialReport.Credentials("<root_account>",
                Optional.of(NOW.minus(Duration.ofDays(900))), false, Optional.of(rootUsedAt), Optional.empty(), false,
                List.of());
        return new CredentialReport(NOW, Optional.of(root), List.of(users));
    }

    /** The call that a fact of these tests is said to come from. */
    public static Observation observation(Fact<?> fact) {
        return new Observation("test", fact.name(), HOME, NOW, "request-" + fact.name(), Map.of());
    }

    public static PrimaryContact primaryContact(Optional<String> company, String phone) {
        return new PrimaryContact("Jane Doe", company, "1 Main Street", Optional.empty(), Optional.empty(), "Seattle",
                Optional.empty(), Optional.of("WA"), "98101", "US", phone, Optional.empty());
    }

    public static AlternateContact contact(String email) {
        return new AlternateContact("Security team", "Security", email, "+1 206 555 0101");
    }
}
