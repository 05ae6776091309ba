package footing.wire;

import static footing.wire.MotoAccount.HOME;
import static footing.wire.Verdicts.NOTHING;
import static footing.wire.Verdicts.but;
import static footing.wire.Verdicts.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.account.Fact;
import footing.account.PasswordPolicy;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyEvent;
import footing.aws.survey.SurveyOptions;
import footing.aws.survey.Timings;
import footing.baseline.Finding;
import footing.choices.Activity;
import footing.choices.ItemId;
import footing.plan.Stack;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.Collection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;

/**
 * The survey by real SDK clients over HTTP, and what the baseline makes of it: for each way of filling an account, each
 * of the items must come out as that filling implies.
 */
@Tag("wire")
class SurveyWireTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Region IRELAND = new Region("eu-west-1");
    /** All that are on: moto does not say, so that it is all that there are. */
    private static final List<Region> EVERYWHERE = List.of();
    private static final Set<Activity> ALL = EnumSet.allOf(Activity.class);
    private static final String GROUP = "acme/trail";

    private final List<SurveyEvent> events = new ArrayList<>();
    private MotoAccount account;

    @BeforeEach
    void emptyAccount() throws Exception {
        account = MotoAccount.empty();
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void bareAccount() {
        assertThat(Verdicts.of(survey(EVERYWHERE))).isEqualTo(NOTHING);
    }

    @Test
    void securedAccount() {
        secured();

        assertThat(Verdicts.of(survey(EVERYWHERE))).isEqualTo(but(NOTHING,
                "billing-contact        MET      group",
                "operations-contact     MET      group",
                "security-contact       MET      group",
                "password-policy        MET      strong",
                "security-notifications MET      confirmed",
                "trail                  MET      covered",
                // moto tells of no delivery of the lists that prove the log files, and of none to the log group
                "trail-validation       PENDING  no-digest-yet",
                "log-bucket             MET      good",
                "trail-to-logs          PENDING  nothing-delivered",
                "activity-alarms        PENDING  nothing-yet"));
    }

    /** Everything is there, and nothing of it is good enough. */
    @Test
    void neglectedAccount() {
        account.contact(ContactType.BILLING, "acme.billing@gmail.com")
                .contact(ContactType.OPERATIONS, "ada.lovelace@acme.example")
                .passwordPolicy(8)
                .bucket()
                .weakTrail("old")
                .topic(HOME, "security");

        assertThat(Verdicts.of(survey(EVERYWHERE))).isEqualTo(but(NOTHING,
                "billing-contact        NOT_MET           free-mail",
                "operations-contact     NEEDS_ATTESTATION looks-personal",
                "password-policy        NOT_MET           weak",
                "security-notifications NOT_MET           nobody",
                "trail                  NOT_MET           single-region",
                "trail-validation       NOT_MET           off",
                "log-bucket             NOT_MET           short",
                "trail-to-logs          NOT_MET           off",
                "activity-alarms        NOT_MET           no-covering-trail"));
    }

    @Test
    void users_areFound_withTheirPasswordsAndPolicies() {
        account.group("readers").user("ada").password("ada");

        assertThat(judged()).containsAllEntriesOf(verdicts("user-mfa NOT_MET missing", "role-groups MET groups"));
        assertThat(finding(ItemId.USER_MFA).verdict().values()).containsEntry("users", "ada");

        account.policy("ada");

        assertThat(judged()).containsAllEntriesOf(verdicts("role-groups NOT_MET policies-on-users"));
    }

    @Test
    void trail_isFoundFromAnotherRegion_withTheAlarmsBesideIt() {
        account.bucket()
                .bucketSecured(MotoAccount.policyFor("abroad", IRELAND))
                .trail("abroad", IRELAND, GROUP)
                .topic(IRELAND, "security")
                .subscribed(IRELAND, "security", "aws-security@acme.example")
                .alarms(IRELAND, GROUP, ALL, "security");

        assertThat(judged()).containsAllEntriesOf(verdicts(
                "trail                  MET      covered",
                "log-bucket             MET      good",
                "trail-to-logs          PENDING  nothing-delivered",
                "activity-alarms        PENDING  nothing-yet"));
    }

    @Test
    void trail_isNotMet_whenItIsStopped() {
        secured().stopped("main");

        assertThat(judged()).containsAllEntriesOf(verdicts("trail NOT_MET stopped"));
    }

    @Test
    void trail_isNotMet_whenItRecordsOnlyWrites() {
        secured().onlyWrites("main");

        assertThat(judged()).containsAllEntriesOf(verdicts("trail NOT_MET events-missing"));
    }

    @Test
    void alarms_areNotMet_whenOneIsMissing() {
        Set<Activity> allButOne = EnumSet.complementOf(EnumSet.of(Activity.VPC_CHANGES));
        account.bucket()
                .trail("main", HOME, GROUP)
                .topic(HOME, "security")
                .subscribed(HOME, "security", "aws-security@acme.example")
                .alarms(HOME, GROUP, allButOne, "security");

        assertThat(judged()).containsAllEntriesOf(verdicts("activity-alarms NOT_MET missing"));
        assertThat(finding(ItemId.ACTIVITY_ALARMS).verdict().values()).containsEntry("missing", "vpc-changes");
    }

    @Test
    void alarms_areNotMet_whenOneIsSilenced() {
        secured().alarmSilenced(HOME, Activity.ROOT_USE);

        assertThat(judged()).containsAllEntriesOf(verdicts("activity-alarms NOT_MET missing"));
        assertThat(finding(ItemId.ACTIVITY_ALARMS).verdict().values()).containsEntry("missing", "root-use");
    }

    @Test
    void alarms_areNotMet_whenNobodyIsSubscribed() {
        account.bucket()
                .trail("main", HOME, GROUP)
                .topic(HOME, "security")
                .alarms(HOME, GROUP, ALL, "security");

        assertThat(judged()).containsAllEntriesOf(verdicts("activity-alarms NOT_MET nobody",
                "security-notifications NOT_MET nobody", "log-bucket NOT_MET short"));
    }

    /** Three pages of alarms and as many topics do not change what is asked, nor what is found. */
    @Test
    void everything_isFound_amongMany() {
        secured();
        for (int n = 0; n < 120; n++) {
            account.topic(HOME, "other-" + n);
        }

        AccountState state = survey();

        assertThat(state.read(Fact.TOPICS).found().orElseThrow()).hasSize(121);
        assertThat(Verdicts.of(state)).containsAllEntriesOf(verdicts("activity-alarms PENDING nothing-yet"));
        assertThat(timings().calls())
                .filteredOn((call) -> call.operation().equals("ListTopics") && call.region().equals(HOME))
                .hasSize(2);
    }

    @Test
    void primaryContact_isUnknownWithItsReason_sinceMotoHasNone() {
        assertThat(survey().read(Fact.PRIMARY_CONTACT)).isEqualTo(new Reading.Failed<>(
                new Problem(Problem.Kind.SERVICE, "account:GetContactInformation", "HTTP status 404")));
        assertThat(finding(ItemId.PRIMARY_CONTACT).verdict().values())
                .isEqualTo(Map.of("call", "account:GetContactInformation", "message", "HTTP status 404"));
    }

    /** The topic stands where budgets are, whatever the home Region; its policy decides whether they may write to it. */
    @Test
    void billingTopic_counts_onceBudgetsMayWriteToIt() {
        Region billing = Region.US_EAST_1;
        account.topic(billing, "billing").subscribed(billing, "billing", "aws-billing@acme.example");

        // Whether a budget notifies another topic, moto cannot tell.
        assertThat(judged()).containsAllEntriesOf(verdicts("billing-notifications UNKNOWN unseen.failed.service"));

        account.openTo(billing, "billing", "budgets.amazonaws.com");

        assertThat(judged()).containsAllEntriesOf(verdicts("billing-notifications MET confirmed"));
    }

    /** moto has an instance of Identity Center in every Region, which counts for the account that manages it. */
    @Test
    void organization_isFound_withItsIdentityCenter() {
        account.clients()
                .get(OrganizationsClient.class, HOME)
                .createOrganization((create) -> create.featureSet(OrganizationFeatureSet.ALL));

        AccountState state = survey();

        assertThat(Verdicts.of(state)).isEqualTo(but(NOTHING, "federation MET identity-center"));
        // moto cannot tell who looks after the root users of an organization
        assertThat(state.read(Fact.CENTRAL_ROOT_ACCESS)).isEqualTo(new Reading.Failed<>(
                new Problem(Problem.Kind.SERVICE, "iam:ListOrganizationsFeatures", "HTTP status 500")));
    }

    @Test
    void stacks_areFoundInEveryRegion_withWhatTheyHold() {
        String template = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n";
        for (Region region : GoodAccount.REGIONS) {
            account.clients()
                    .get(CloudFormationClient.class, region)
                    .createStack((create) -> create.stackName(Stack.config(region).stackName()).templateBody(template));
        }

        assertThat(survey(EVERYWHERE).read(Fact.CONFIG_STACKS).found().orElseThrow().found())
                .containsOnlyKeys(GoodAccount.REGIONS)
                .allSatisfy((region, stack) -> assertThat(stack).hasValueSatisfying((found) -> {
                    assertThat(found.region()).isEqualTo(region);
                    assertThat(found.template()).isEqualTo(template);
                    assertThat(found.resources()).singleElement()
                            .satisfies((resource) -> assertThat(resource.type()).isEqualTo("AWS::SNS::Topic"));
                }));
    }

    @Test
    void settings_areReadBackAsTheyWereWritten() {
        account.contact(ContactType.SECURITY, "aws-security@acme.example").passwordPolicy(16).alias("acme");

        AccountState state = survey();

        assertThat(state.identity().alias()).contains("acme");
        assertThat(state.identity().account()).isEqualTo(MotoAccount.ID);
        assertThat(state.read(Fact.SECURITY_CONTACT).found()).contains(Optional
                .of(new AlternateContact("Acme SECURITY", "Team", "aws-security@acme.example", "+49 30 1234567")));
        assertThat(state.read(Fact.PASSWORD_POLICY).found()).contains(Optional.of(new PasswordPolicy(16, true, true,
                true, true, true, false, Optional.of(90), Optional.of(24))));
    }

    @Test
    void everyCall_isMadeOnceAndLeavesItsEvidence() {
        secured();

        AccountState state = survey();

        Timings timings = timings();
        assertThat(timings.repeated()).isZero();
        assertThat(timings.longestChain()).isBetween(3, 4);
        assertThat(state.read(Fact.LOG_BUCKETS).found().orElseThrow().get(MotoAccount.BUCKET)).satisfies((bucket) -> {
            assertThat(bucket.region().found()).contains(HOME);
            assertThat(bucket.policy().evidenceOrNone().observations()).isNotEmpty()
                    .allSatisfy((observation) -> {
                        assertThat(observation.requestId()).isNotEmpty();
                        assertThat(observation.at()).isEqualTo(NOON);
                    });
        });
        assertThat(Fact.ALL).flatMap((fact) -> parts(state.read(fact)))
                .filteredOn((reading) -> reading instanceof Reading.Seen<?>)
                .hasSizeGreaterThan(20) // moto lacks some services, and answers of what it has not are failures
                .allSatisfy((reading) -> assertThat(reading.evidenceOrNone().observations()).isNotEmpty()
                        .allSatisfy((observation) -> assertThat(observation.requestId()).isNotEmpty()));
    }

    /** A fact of many Regions rests on what each of them answered. */
    private static Collection<? extends Reading<?>> parts(Reading<?> reading) {
        return reading instanceof Reading.Seen<?>(Regional<?>(SortedMap<Region, ? extends Reading<?>> regions), _)
                ? regions.values()
                : List.of(reading);
    }

    private MotoAccount secured() {
        return account.contact(ContactType.BILLING, "aws-billing@acme.example")
                .contact(ContactType.OPERATIONS, "aws-operations@acme.example")
                .contact(ContactType.SECURITY, "aws-security@acme.example")
                .passwordPolicy(14)
                .bucket()
                .bucketSecured(MotoAccount.policyFor("main", HOME))
                .trail("main", HOME, GROUP)
                .topic(HOME, "security")
                .subscribed(HOME, "security", "aws-security@acme.example")
                .alarms(HOME, GROUP, ALL, "security");
    }

    private AccountState survey() {
        return survey(List.of(HOME, IRELAND));
    }

    private AccountState survey(List<Region> regions) {
        return Survey.run(account.clients(),
                new SurveyOptions(HOME, regions, Clock.fixed(NOON, ZoneOffset.UTC), SurveyOptions.USUAL_DEADLINE),
                events::add);
    }

    private Timings timings() {
        return ((SurveyEvent.Ended) events.getLast()).timings();
    }

    private Map<ItemId, String> judged() {
        return Verdicts.of(survey());
    }

    private Finding finding(ItemId item) {
        return Verdicts.finding(survey(), item);
    }
}
