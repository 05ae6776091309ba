package footing.baseline.item;

import static footing.account.States.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Partition;
import footing.account.Identity;
import footing.account.AccountSummary;
import footing.account.CentralRootAccess;
import footing.account.CredentialReport;
import footing.account.CredentialReport.AccessKey;
import footing.account.CredentialReport.Credentials;
import footing.account.Fact;
import footing.account.IamPeople;
import footing.account.Organization;
import footing.account.States;
import footing.baseline.Baseline;
import footing.baseline.Item;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Attestation;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.choices.Standards;
import footing.plan.Change;
import footing.plan.Remedy;
import footing.text.ItemTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleItemsTest {

    private static final Item ROOT_PASSWORD = new RootPassword();
    private static final Item ROOT_UNUSED = new RootUnused();
    private static final Item USER_MFA = new UserMfa();
    private static final Item PEOPLE = new PeopleProcess();

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    /** A user who uses a password that is so many days old. */
    private static Credentials user(String name, boolean password, int usedDaysAgo, boolean mfa, AccessKey... keys) {
        return new Credentials(name, Optional.of(ago(400)), password, Optional.of(ago(usedDaysAgo)),
                Optional.of(ago(100)), mfa, List.of(keys));
    }

    private static AccessKey key(boolean active, int ageDays, Optional<Integer> usedDaysAgo) {
        return new AccessKey(active, Optional.of(ago(ageDays)), usedDaysAgo.map(PeopleItemsTest::ago));
    }

    private static Verdict judge(Item item, Credentials... users) {
        return item.judge(States.fresh().seen(Fact.CREDENTIAL_REPORT, States.report(users)).account());
    }

    private static AccountState rootUsed(int daysAgo) {
        return States.fresh().seen(Fact.CREDENTIAL_REPORT, States.report(ago(daysAgo))).account();
    }

    private static String guide(Item item, AccountState account) {
        return ((Remedy.Changes) item.remedy(account, ExampleChoices.of(account))).changes()
                .stream()
                .map((change) -> ((Change.ManualStep) change).guide().key())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rootPassword_isMet_whenThereIsNone() {
        AccountState account = States.fresh()
                .seen(Fact.ACCOUNT_SUMMARY, new AccountSummary(false, false, false, false, 0))
                .account();

        assertThat(ROOT_PASSWORD.judge(account).key()).isEqualTo("item.root-password.outcome.no-password");
        assertThat(ROOT_PASSWORD.remedy(account, ExampleChoices.of(account)))
                .isEqualTo(Remedy.nothing(Remedy.Reason.IN_ORDER));
    }

    @Test
    void rootPassword_pointsToCentralRootAccess_inAMemberOfAnOrganization() {
        AccountState member = States.fresh()
                .seen(Fact.ORGANIZATION, Optional.of(new Organization("o-1", "999999999999", true)))
                .account();
        AccountState management = States.fresh()
                .seen(Fact.ORGANIZATION, Optional.of(new Organization("o-1", States.ACCOUNT, true)))
                .account();

        assertThat(ROOT_PASSWORD.judge(member).key()).isEqualTo("item.root-password.outcome.member");
        assertThat(ROOT_PASSWORD.judge(member).evidence().observations())
                .contains(States.observation(Fact.ORGANIZATION));
        assertThat(guide(ROOT_PASSWORD, member)).isEqualTo("guide.root-password-member");
        assertThat(ROOT_PASSWORD.judge(management).key()).isEqualTo("item.root-password.outcome.password");
        assertThat(guide(ROOT_PASSWORD, management)).isEqualTo("guide.root-password");
    }

    @Test
    void rootPassword_tellsWhetherTheOrganizationTakesPasswordsAway_inTheAccountThatManagesIt() {
        States management = States.fresh()
                .seen(Fact.ORGANIZATION, Optional.of(new Organization("o-1", States.ACCOUNT, true)));
        AccountState on = management.seen(Fact.CENTRAL_ROOT_ACCESS, Optional.of(new CentralRootAccess(true, false)))
                .account();
        AccountState off = management.seen(Fact.CENTRAL_ROOT_ACCESS, Optional.of(new CentralRootAccess(false, true)))
                .account();
        AccountState denied = management.denied(Fact.CENTRAL_ROOT_ACCESS, "iam:ListOrganizationsFeatures").account();

        assertThat(ROOT_PASSWORD.judge(on).key()).isEqualTo("item.root-password.outcome.central");
        assertThat(guide(ROOT_PASSWORD, on)).isEqualTo("guide.root-password");
        assertThat(ROOT_PASSWORD.judge(off).key()).isEqualTo("item.root-password.outcome.not-central");
        assertThat(guide(ROOT_PASSWORD, off)).isEqualTo("guide.root-password-management");
        assertThat(ROOT_PASSWORD.judge(denied).key()).isEqualTo("item.root-password.outcome.password");
    }

    @Test
    void rootPassword_asksForAWord_whenTheOrganizationCannotBeSeen() {
        AccountState account = States.fresh()
                .denied(Fact.ORGANIZATION, "organizations:DescribeOrganization")
                .account();
        LocalDate today = LocalDate.of(2026, 3, 1);
        Attestation word = new Attestation("Jane", today, "In the safe", "DOC-1", today);

        assertThat(ROOT_PASSWORD.judge(account).status()).isEqualTo(Status.NEEDS_ATTESTATION);
        assertThat(Baseline.judge(ROOT_PASSWORD, account, Map.of(ItemId.ROOT_PASSWORD, word), today).status())
                .isEqualTo(Status.ATTESTED);
    }

    @ParameterizedTest
    @CsvSource({"10, 90, signed-in", "89, 90, signed-in", "91, 90, unused", "89, 30, unused", "91, 365, signed-in"})
    void rootUnused_isMeasured_byThePeriodThatWasChosen(int daysAgo, int period, String outcome) {
        Standards standards = new Standards(period, Optional.empty(), Optional.empty());

        assertThat(ROOT_UNUSED.judge(rootUsed(daysAgo), standards).key())
                .isEqualTo("item.root-unused.outcome." + outcome);
        assertThat(Baseline.judge(rootUsed(daysAgo), ExampleChoices.of(rootUsed(daysAgo)).withStandards(standards),
                LocalDate.of(2026, 3, 1)))
                .filteredOn((finding) -> finding.item().id() == ItemId.ROOT_UNUSED)
                .extracting((finding) -> finding.verdict().key())
                .containsExactly("item.root-unused.outcome." + outcome);
    }

    @Test
    void rootUnused_isNotMet_whenAKeyWasUsedLast() {
        Credentials root = user("<root_account>", false, 200, true, key(true, 500, Optional.of(3)));
        AccountState account = States.fresh()
                .seen(Fact.CREDENTIAL_REPORT, new CredentialReport(NOW, Optional.of(root), List.of()))
                .account();

        Verdict verdict = ROOT_UNUSED.judge(account);
        assertThat(verdict.key()).isEqualTo("item.root-unused.outcome.key-used");
        assertThat(verdict.values()).containsEntry("date", "2026-02-26").containsEntry("days", "90");
        assertThat(guide(ROOT_UNUSED, account)).isEqualTo("guide.root-unused");
    }

    /** The credential report is hours old: it knows nothing of who is asking. */
    @Test
    void rootUnused_isNotMet_whenTheSurveyItselfIsMadeByRoot() {
        AccountState account = States.fresh().account();
        AccountState asRoot = new AccountState(
                new Identity(States.ACCOUNT, "arn:aws:iam::123456789012:root", Optional.empty(), Partition.AWS),
                account.home(), account.regions(), account.surveyedAt(), account.readings());

        assertThat(ROOT_UNUSED.judge(asRoot).key()).isEqualTo("item.root-unused.outcome.in-use-now");
    }

    @Test
    void rootUnused_isUnknown_whenTheReportHasNoLineForTheRootUser() {
        AccountState account = States.fresh()
                .seen(Fact.CREDENTIAL_REPORT, new CredentialReport(NOW, Optional.empty(), List.of()))
                .account();

        assertThat(ROOT_UNUSED.judge(account).status()).isEqualTo(Status.UNKNOWN);
        assertThat(USER_MFA.judge(account).status()).isEqualTo(Status.MET);
    }

    @Test
    void reportItems_areUnknown_whenTheReportIsDenied() {
        AccountState account = States.fresh()
                .denied(Fact.CREDENTIAL_REPORT, "iam:GenerateCredentialReport")
                .account();

        assertThat(List.of(ROOT_UNUSED, USER_MFA, PEOPLE)).allSatisfy((item) -> {
            assertThat(item.judge(account).status()).isEqualTo(Status.UNKNOWN);
            assertThat(item.judge(account).values()).containsEntry("permission", "iam:GenerateCredentialReport");
        });
    }

    @Test
    void userMfa_isNotMet_whenAUserWithAPasswordHasNone() {
        Verdict verdict = judge(USER_MFA, user("zoe", true, 1, false), user("amy", true, 1, false),
                user("joe", true, 1, true), user("bot", false, 1, false));

        assertThat(verdict.status()).isEqualTo(Status.NOT_MET);
        assertThat(verdict.values()).containsEntry("count", "2").containsEntry("users", "amy, zoe");
    }

    @Test
    void userMfa_isMet_whenNobodyNeedsItOrEverybodyHasIt() {
        assertThat(judge(USER_MFA).key()).isEqualTo("item.user-mfa.outcome.no-passwords");
        assertThat(judge(USER_MFA, user("bot", false, 1, false)).key())
                .isEqualTo("item.user-mfa.outcome.no-passwords");
        assertThat(judge(USER_MFA, user("joe", true, 1, true)).values()).containsEntry("count", "1");
    }

    /** Who has mended it since is told why it does not show. */
    @Test
    void verdictByTheReport_tellsWhenTheReportWasMade() {
        CredentialReport report = States.report(user("amy", true, 60, false));
        AccountState account = States.fresh()
                .seen(Fact.CREDENTIAL_REPORT,
                        new CredentialReport(NOW.minus(Duration.ofHours(3)), report.root(), report.users()))
                .account();

        for (Item item : List.of(USER_MFA, PEOPLE, ROOT_UNUSED)) {
            Verdict verdict = item.judge(account);
            assertThat(new ItemTexts().verdict(verdict.key(), verdict.values()))
                    .contains("by the credential report of 2026-03-01 09:00 UTC");
        }
    }

    @Test
    void userMfa_namesAFewAndCountsAll_whenThereAreThousands() {
        Credentials[] users = IntStream.range(0, 10_000)
                .mapToObj((n) -> user("user-%05d".formatted(n), true, 1, false))
                .toArray(Credentials[]::new);

        Verdict verdict = judge(USER_MFA, users);
        assertThat(verdict.values()).containsEntry("count", "10000");
        assertThat(verdict.values().get("users")).startsWith("user-00000, user-00001")
                .endsWith(", …")
                .hasSizeLessThan(120);
    }

    @Test
    void peopleProcess_isContradicted_byCredentialsThatNobodyUses() {
        assertThat(judge(PEOPLE, user("a", true, 46, true)).values()).containsEntry("reasons", "password-unused")
                .containsEntry("users", "a");
        assertThat(judge(PEOPLE, user("a", false, 300, true, key(true, 60, Optional.of(46)))).values())
                .containsEntry("reasons", "key-unused");
        assertThat(judge(PEOPLE, user("a", false, 300, true, key(true, 50, Optional.empty()))).values())
                .containsEntry("reasons", "key-unused");
        assertThat(judge(PEOPLE, user("a", false, 300, true, key(true, 91, Optional.of(1)))).values())
                .containsEntry("reasons", "key-old");
        assertThat(judge(PEOPLE, user("b", true, 60, true, key(true, 91, Optional.of(80)))).values())
                .containsEntry("reasons", "password-unused,key-unused,key-old");
    }

    @Test
    void peopleProcess_asksForAWord_whenNothingContradicts() {
        Verdict verdict = judge(PEOPLE, user("a", true, 44, true, key(true, 89, Optional.of(44))),
                user("b", false, 300, true, key(false, 900, Optional.of(800)), key(true, 44, Optional.empty())));

        assertThat(verdict.key()).isEqualTo("item.people-process.outcome.not-contradicted");
        assertThat(verdict.status()).isEqualTo(Status.NEEDS_ATTESTATION);
    }

    @Test
    void peopleProcess_staysContradicted_whoeverGivesTheirWord() {
        LocalDate today = LocalDate.of(2026, 3, 1);
        Attestation word = new Attestation("Jane", today, "We have one", "DOC-2", today);
        AccountState account = States.fresh()
                .seen(Fact.CREDENTIAL_REPORT, States.report(user("a", true, 46, true)))
                .account();

        assertThat(Baseline.judge(PEOPLE, account, Map.of(ItemId.PEOPLE_PROCESS, word), today).status())
                .isEqualTo(Status.NOT_MET);
        assertThat(guide(PEOPLE, account)).isEqualTo("guide.stale-credentials");
    }

    @Test
    void peopleProcess_isContradicted_byUsersWithoutAnOwner_whereATagIsTheConvention() {
        AccountState account = States.fresh()
                .seen(Fact.IAM_PEOPLE, new IamPeople(List.of(
                        new IamPeople.User("amy", "arn", List.of(), List.of(), List.of(), Map.of("owner", "amy@x")),
                        new IamPeople.User("bot", "arn", List.of(), List.of(), List.of(), Map.of("owner", " "))),
                        List.of()))
                .account();

        assertThat(PEOPLE.judge(account).status()).isEqualTo(Status.NEEDS_ATTESTATION);
        Verdict verdict = PEOPLE.judge(account, new Standards(90, Optional.of("owner"), Optional.empty()));
        assertThat(verdict.key()).isEqualTo("item.people-process.outcome.no-owner");
        assertThat(verdict.values()).containsEntry("users", "bot").containsEntry("tag", "owner");
    }
}
