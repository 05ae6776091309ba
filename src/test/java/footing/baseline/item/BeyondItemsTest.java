package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Absence;
import footing.account.AccountState;
import footing.account.AnomalyDetection;
import footing.account.AnomalyDetection.Listener;
import footing.account.DeniedBy;
import footing.account.DeployedStack;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.LogBucket.PublicAccess;
import footing.account.Permission;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.States;
import footing.account.ThreatDetector;
import footing.account.Topic;
import footing.baseline.Baseline;
import footing.baseline.Beyond;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.BeyondChoices;
import footing.choices.Billing;
import footing.choices.Choices;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.choices.Notifications;
import footing.plan.Change;
import footing.plan.Remedy;
import footing.plan.Setting;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BeyondItemsTest {

    private static final List<Region> TWO = List.of(States.HOME, Region.US_EAST_1);

    private static Choices everything(AccountState account) {
        return ExampleChoices.of(account)
                .withRegions(TWO)
                .withBeyond(new BeyondChoices(Set.copyOf(ItemId.BEYOND), 50));
    }

    private static List<Change> changes(ItemId item, AccountState account) {
        return Baseline.remedies(account, everything(account)).get(item) instanceof Remedy.Changes(var changes, var why)
                ? changes
                : List.of();
    }

    private static String key(footing.baseline.Item item, AccountState account) {
        return item.judge(account).outcome().orElseThrow().key();
    }

    @Test
    void s3_isPartlyOpen_andTheSettingsThatAreOnStayOn() {
        PublicAccess half = new PublicAccess(true, true, false, false);
        AccountState account = States.fresh().seen(Fact.ACCOUNT_PUBLIC_ACCESS, half).account();

        assertThat(key(new PublicAccessItem(), account)).isEqualTo("partly");
        assertThat(new PublicAccessItem().judge(account).values())
                .containsEntry("gaps", "BlockPublicPolicy, RestrictPublicBuckets");
        assertThat(changes(ItemId.S3_PUBLIC_ACCESS_BLOCK, account))
                .containsExactly(new Change.DirectSetting<>(ItemId.S3_PUBLIC_ACCESS_BLOCK,
                        new Setting.AccountPublicAccessSetting(States.ACCOUNT, States.HOME), half,
                        PublicAccess.BLOCKED, Change.When.AFTER_STACKS));
    }

    @Test
    void items_areJudgedAndRead_onlyWhereTheyWereAskedFor() {
        AccountState account = States.fresh().seen(Fact.ACCOUNT_PUBLIC_ACCESS, PublicAccess.BLOCKED).account();
        Set<ItemId> asked = Set.of(ItemId.S3_PUBLIC_ACCESS_BLOCK);

        assertThat(Beyond.judge(account, asked, Map.of(), LocalDate.of(2026, 3, 1)))
                .extracting((finding) -> finding.item().id())
                .containsExactly(ItemId.S3_PUBLIC_ACCESS_BLOCK);
        assertThat(Beyond.facts(asked)).containsExactly(Fact.ACCOUNT_PUBLIC_ACCESS);
        assertThat(Beyond.facts(Set.of())).isEmpty();
    }

    @Test
    void whatTheStacksHold_isTakenAway_whereItIsNotWanted_andKept_whereItIsLeft() {
        AccountState account = States.fresh()
                .seen(Fact.BILLING_STACK, Optional.of(new DeployedStack("footing-billing", Region.US_EAST_1,
                        "CREATE_COMPLETE", "{\"Resources\":{\"CostAnomalySubscription\":{\"Type\":"
                                + "\"AWS::CE::AnomalySubscription\",\"Properties\":{}}}}",
                        List.of(new DeployedStack.Resource("CostAnomalySubscription",
                                "AWS::CE::AnomalySubscription", "arn:s", "CREATE_COMPLETE")))))
                .account();
        Choices off = ExampleChoices.of(account).withBeyond(BeyondChoices.NONE);

        assertThat(Baseline.remedies(account, off)).containsEntry(ItemId.COST_ANOMALIES,
                new Remedy.Changes(List.of(), Remedy.Reason.SWITCHED_OFF));
        assertThat(Baseline.remedies(account, off.withLeave(Set.of(ItemId.COST_ANOMALIES))))
                .doesNotContainKey(ItemId.COST_ANOMALIES);
    }

    @Test
    void s3_isLeft_whenItIsBlockedAlready() {
        AccountState account = States.fresh().seen(Fact.ACCOUNT_PUBLIC_ACCESS, PublicAccess.BLOCKED).account();

        assertThat(new PublicAccessItem().judge(account).status()).isEqualTo(Status.MET);
        assertThat(changes(ItemId.S3_PUBLIC_ACCESS_BLOCK, account)).isEmpty();
    }

    @Test
    void ebs_isTurnedOn_whereItWasSeenToBeOff_andNowhereElse() {
        AccountState account = States.fresh()
                .seen(Fact.EBS_ENCRYPTION, Regional.of(List.of(States.HOME, Region.US_EAST_1, new Region("eu-west-1")),
                        (region) -> region.equals(States.HOME)
                                ? States.denied("ec2:GetEbsEncryptionByDefault")
                                : Reading.seen(false)))
                .account();

        assertThat(new EbsEncryption().judge(account).values()).containsEntry("regions", "eu-west-1, us-east-1")
                .containsEntry("unseenRegions", "eu-central-1");
        assertThat(changes(ItemId.EBS_ENCRYPTION, account))
                .containsExactly(new Change.DirectSetting<>(ItemId.EBS_ENCRYPTION,
                        new Setting.EbsEncryptionSetting(Region.US_EAST_1), false, true, Change.When.AFTER_STACKS));
    }

    @Test
    void ebs_isTurnedOnAtHome_thoughOnlyOthersWereChosen() {
        AccountState account = States.fresh()
                .seen(Fact.EBS_ENCRYPTION, Regional.of(TWO, (region) -> Reading.seen(false)))
                .account();
        Choices others = everything(account).withRegions(List.of(Region.US_EAST_1));

        assertThat(Baseline.remedies(account, others).get(ItemId.EBS_ENCRYPTION))
                .isInstanceOfSatisfying(Remedy.Changes.class, (remedy) -> assertThat(remedy.changes())
                        .extracting((change) -> (Object) ((Change.DirectSetting<?>) change).setting())
                        .containsExactly(new Setting.EbsEncryptionSetting(States.HOME),
                                new Setting.EbsEncryptionSetting(Region.US_EAST_1)));
    }

    private static AccountState detectors(Map<Region, Optional<ThreatDetector>> all) {
        return States.fresh()
                .seen(Fact.THREAT_DETECTORS,
                        Regional.of(TWO, (region) -> Reading.seen(all.getOrDefault(region, Optional.empty()))))
                .account();
    }

    private static Optional<ThreatDetector> detector(boolean enabled, Optional<String> administrator) {
        return Optional.of(new ThreatDetector("d", Reading.seen(enabled), Reading.seen(administrator, Evidence.NONE)));
    }

    @Test
    void detector_isMade_onlyWhereNoneIs() {
        AccountState account = detectors(Map.of(States.HOME, detector(true, Optional.empty())));

        assertThat(key(new ThreatDetection(), account)).isEqualTo("none");
        assertThat(changes(ItemId.THREAT_DETECTION, account)).singleElement()
                .satisfies((change) -> assertThat(((Change.StackResource) change).stack().place())
                        .contains(Region.US_EAST_1));
        assertThat(changes(ItemId.THREAT_DETECTION, detectors(Map.of()))).hasSize(2);
    }

    @Test
    void detectors_areLeftToTheOrganization_whereOneManagesAny() {
        AccountState account = detectors(Map.of(States.HOME, detector(true, Optional.of("999999999999"))));

        assertThat(key(new ThreatDetection(), account)).isEqualTo("not-governed");
        assertThat(new ThreatDetection().judge(account).values()).containsEntry("administrator", "999999999999");
        assertThat(Baseline.remedies(account, everything(account))).containsEntry(ItemId.THREAT_DETECTION,
                Remedy.nothing(Remedy.Reason.OWNED_ELSEWHERE));
    }

    @Test
    void detector_thatIsSuspended_isTurnedOnByHand_andByNobodyElse() {
        AccountState account = detectors(Map.of(States.HOME, detector(false, Optional.empty()), Region.US_EAST_1,
                detector(true, Optional.empty())));

        assertThat(key(new ThreatDetection(), account)).isEqualTo("suspended");
        assertThat(changes(ItemId.THREAT_DETECTION, account)).singleElement()
                .isInstanceOf(Change.ManualStep.class);
    }

    @Test
    void detector_isOn_whoeverMayNotSeeWhoManagesIt() {
        AccountState account = detectors(Map.of(States.HOME, Optional.of(new ThreatDetector("d", Reading.seen(true),
                States.denied("guardduty:GetAdministratorAccount"))), Region.US_EAST_1,
                detector(true, Optional.empty())));

        assertThat(key(new ThreatDetection(), account)).isEqualTo("enabled");
    }

    private static AccountState besideOneOfWhoseManagerIs(Reading<Optional<String>> unseen, boolean enabled) {
        return detectors(Map.of(States.HOME, Optional.of(new ThreatDetector("d", Reading.seen(enabled), unseen))));
    }

    /** Who manages it decides whose it is to turn it on, and so whether Footing may. */
    @Test
    void detectors_areUnknownAndLeft_whereNobodyMaySeeWhoManagesThem() {
        for (DeniedBy by : DeniedBy.values()) {
            Reading<Optional<String>> denied = new Reading.Denied<>(
                    new Permission("guardduty:GetAdministratorAccount"), by, Evidence.NONE);
            AccountState missing = besideOneOfWhoseManagerIs(denied, true);
            AccountState suspended = detectors(Map.of(States.HOME,
                    Optional.of(new ThreatDetector("d", Reading.seen(false), denied)), Region.US_EAST_1,
                    detector(true, Optional.empty())));
            for (AccountState account : List.of(missing, suspended)) {
                Verdict verdict = new ThreatDetection().judge(account);
                assertThat(verdict.status()).as(by.name()).isEqualTo(Status.UNKNOWN);
                assertThat(verdict.values()).containsEntry("permission", "guardduty:GetAdministratorAccount")
                        .containsEntry("closedRegions", "");
                assertThat(Baseline.remedies(account, everything(account))).containsEntry(ItemId.THREAT_DETECTION,
                        Remedy.nothing(Remedy.Reason.NOT_SEEN));
            }
            assertThat(new ThreatDetection().judge(missing).values()).containsEntry("unseenRegions", "us-east-1");
            assertThat(new ThreatDetection().judge(suspended).values()).containsEntry("unseenRegions", "eu-central-1");
        }
        AccountState late = besideOneOfWhoseManagerIs(States.failed("guardduty:GetAdministratorAccount"), true);
        assertThat(new ThreatDetection().judge(late).key()).isEqualTo("unseen.failed.timed-out");
    }

    @Test
    void detectors_areTheOrganizations_whereOneRegionTellsIt_andAnotherDoesNot() {
        AccountState account = States.fresh()
                .seen(Fact.THREAT_DETECTORS,
                        Regional.of(List.of(States.HOME, Region.US_EAST_1, new Region("eu-west-1")),
                                (region) -> Reading.seen(region.equals(States.HOME)
                                        ? Optional.of(new ThreatDetector("d", Reading.seen(true), States.denied("x:Y")))
                                        : region.equals(Region.US_EAST_1)
                                                ? detector(true, Optional.of("999999999999"))
                                                : Optional.empty())))
                .account();

        assertThat(key(new ThreatDetection(), account)).isEqualTo("not-governed");
    }

    private static AccountState besideOneThatIs(Reading<Optional<ThreatDetector>> unseen) {
        return States.fresh()
                .seen(Fact.THREAT_DETECTORS,
                        Regional.of(TWO,
                                (region) -> region.equals(States.HOME) ? unseen : Reading.seen(Optional.empty())))
                .account();
    }

    /** An organization may look after the account from the very Region that could not be seen. */
    @Test
    void missingDetector_isUnknown_andNoneIsMade_besideARegionThatCouldNotBeSeen() {
        for (Reading<Optional<ThreatDetector>> unseen : List.of(
                States.<Optional<ThreatDetector>>failed("guardduty:ListDetectors"),
                States.<Optional<ThreatDetector>>denied("guardduty:ListDetectors"))) {
            AccountState account = besideOneThatIs(unseen);
            Verdict verdict = new ThreatDetection().judge(account);

            assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
            assertThat(verdict.values()).containsEntry("unseenRegions", "eu-central-1, us-east-1");
            assertThat(changes(ItemId.THREAT_DETECTION, account)).isEmpty();
        }
    }

    @Test
    void missingDetector_isMade_besideARegionThatIsOff_orThatTheOrganizationCloses() {
        for (Reading<Optional<ThreatDetector>> nobodys : List.of(
                new Reading.Unavailable<Optional<ThreatDetector>>(new Absence(Absence.Kind.REGION_OFF, "")),
                new Reading.Denied<Optional<ThreatDetector>>(new Permission("guardduty:ListDetectors"),
                        DeniedBy.ORGANIZATION_POLICY, Evidence.NONE))) {
            AccountState account = besideOneThatIs(nobodys);

            assertThat(key(new ThreatDetection(), account)).isEqualTo("none");
            assertThat(changes(ItemId.THREAT_DETECTION, account)).hasSize(1);
        }
    }

    @Test
    void administrator_isKnown_whereTheDetectorItManagesCouldNotBeSeen() {
        AccountState account = besideOneThatIs(Reading.seen(Optional.of(new ThreatDetector("d",
                States.failed("guardduty:GetDetector"), Reading.seen(Optional.of("999999999999"))))));

        assertThat(key(new ThreatDetection(), account)).isEqualTo("not-governed");
        assertThat(new ThreatDetection().judge(account).values()).containsEntry("administrator", "999999999999")
                .containsEntry("unseenRegions", "eu-central-1");
        assertThat(changes(ItemId.THREAT_DETECTION, account)).isEmpty();
    }

    /** What is suspended for certain is told, and only what nobody can tell is left. */
    @Test
    void detectorThatIsSuspended_isTurnedOnByHand_andNoneIsMade_whereNobodyMaySeeWhoManagesAnother() {
        AccountState account = States.fresh()
                .seen(Fact.THREAT_DETECTORS,
                        Regional.of(List.of(States.HOME, Region.US_EAST_1, new Region("eu-west-1")),
                                (region) -> Reading.seen(region.equals(States.HOME)
                                        ? detector(false, Optional.empty())
                                        : region.equals(Region.US_EAST_1)
                                                ? Optional.empty()
                                                : Optional.of(new ThreatDetector("d", Reading.seen(false),
                                                        States.denied("guardduty:GetAdministratorAccount"))))))
                .account();

        assertThat(key(new ThreatDetection(), account)).isEqualTo("suspended");
        assertThat(changes(ItemId.THREAT_DETECTION, account)).singleElement()
                .isInstanceOf(Change.ManualStep.class);
    }

    @Test
    void detectorThatIsSuspended_isTheAdministratorsToTurnOn_whereOneManagesIt() {
        AccountState account = detectors(Map.of(States.HOME, detector(false, Optional.of("999999999999")),
                Region.US_EAST_1, detector(true, Optional.of("999999999999"))));

        assertThat(key(new ThreatDetection(), account)).isEqualTo("suspended-elsewhere");
        assertThat(new ThreatDetection().judge(account).values()).containsEntry("administrator", "999999999999");
        assertThat(changes(ItemId.THREAT_DETECTION, account)).isEmpty();
    }

    private static AccountState told(Listener... listeners) {
        return States.fresh().seen(Fact.ANOMALY_DETECTION, BeyondSamples.watched(List.of(listeners))).account();
    }

    private static Topic.Subscription mail(boolean confirmed) {
        return new Topic.Subscription("email", "aws-billing@example.com", confirmed, Reading.seen(false));
    }

    @Test
    void anomalies_areFollowedToWhoeverHearsOfThem() {
        CostAnomalies item = new CostAnomalies();
        assertThat(key(item, told())).isEqualTo("nobody");
        assertThat(key(item, told(new Listener.Mail("aws-billing@example.com")))).isEqualTo("told");
        assertThat(key(item, told(new Listener.Mail("jane.doe@example.com")))).isEqualTo("looks-personal");
        assertThat(key(item, told(BeyondSamples.told(BeyondSamples.OPEN, List.of(mail(true)))))).isEqualTo("told");
        assertThat(key(item, told(BeyondSamples.told(BeyondSamples.OPEN, List.of(mail(false))))))
                .isEqualTo("unconfirmed");
        assertThat(key(item, told(BeyondSamples.told(BeyondSamples.CLOSED, List.of(mail(true))))))
                .isEqualTo("topic-closed");
        assertThat(key(item, States.fresh()
                .seen(Fact.ANOMALY_DETECTION, new AnomalyDetection(List.of(), List.of()))
                .account())).isEqualTo("none");
    }

    @Test
    void anomalies_needAWord_whereNobodyHereCanTellWhoHears() {
        CostAnomalies item = new CostAnomalies();
        Topic keyed = new Topic(BeyondSamples.TOPIC, "billing", Region.US_EAST_1, List.of(mail(true)),
                Reading.seen(new Topic.Access(BeyondSamples.OPEN,
                        Optional.of("arn:aws:kms:us-east-1:" + States.ACCOUNT + ":key/x"))));

        assertThat(key(item, told(new Listener.ByTopic("arn:far", new Reading.Failed<>(
                new Problem(Problem.Kind.NOT_READ, "sns:GetTopicAttributes", "arn:far")))))).isEqualTo("topic-unclear");
        assertThat(key(item, told(new Listener.ByTopic(keyed.arn(), Reading.seen(Optional.of(keyed))))))
                .isEqualTo("topic-unclear");
        assertThat(key(item, told(BeyondSamples.told(BeyondSamples.OPEN,
                List.of(new Topic.Subscription("email", "jane.doe@example.com", true, Reading.seen(false)))))))
                .isEqualTo("looks-personal");
        assertThat(key(item, told(BeyondSamples.told(BeyondSamples.OPEN,
                List.of(new Topic.Subscription("email", "aws-billing@example.com", true, Reading.seen(true)))))))
                .isEqualTo("filtered");
    }

    @Test
    void anomalies_reachNobody_byATopicThatIsGone_orThatTellsProgramsAlone() {
        CostAnomalies item = new CostAnomalies();

        assertThat(key(item, told(new Listener.ByTopic("arn:gone", Reading.seen(Optional.empty())))))
                .isEqualTo("nobody");
        assertThat(key(item, told(BeyondSamples.told(BeyondSamples.OPEN,
                List.of(new Topic.Subscription("https", "https://example.com", true, Reading.seen(false)))))))
                .isEqualTo("nobody");
    }

    @Test
    void anomalies_areWatched_onlyByAMonitorOfAllServices_andTold_onlyByASubscriptionToIt() {
        AnomalyDetection told = BeyondSamples.watched(List.of(new Listener.Mail("aws-billing@example.com")));
        AnomalyDetection part = new AnomalyDetection(List.of(new AnomalyDetection.Monitor("arn:m", "one", false)),
                told.subscriptions());
        AnomalyDetection other = new AnomalyDetection(List.of(new AnomalyDetection.Monitor("arn:n", "all", true),
                new AnomalyDetection.Monitor("arn:m", "one", false)), told.subscriptions());

        assertThat(key(new CostAnomalies(), States.fresh().seen(Fact.ANOMALY_DETECTION, part).account()))
                .isEqualTo("none");
        assertThat(key(new CostAnomalies(), States.fresh().seen(Fact.ANOMALY_DETECTION, other).account()))
                .isEqualTo("nobody");
    }

    /** A setting has one hand that writes it. */
    @Test
    void topicThatIsAdopted_isOpenedToAnomalies_butByHandWhereSecurityUsesItToo() {
        Topic topic = new Topic(BillingSamples.TOPIC, "both", Region.US_EAST_1, List.of(mail(true)),
                Reading.seen(new Topic.Access(BillingSamples.OPEN, Optional.empty())));
        AccountState account = told();
        AccountState billing = account.with(Fact.BILLING_TOPICS, Reading.seen(List.of(topic)))
                .with(Fact.TOPICS, Reading.seen(List.of(topic)));
        AccountState shared = new AccountState(billing.identity(), Region.US_EAST_1, billing.regions(),
                billing.surveyedAt(), billing.readings());

        for (AccountState one : List.of(billing, shared)) {
            Choices choices = everything(one);
            choices = choices
                    .withBilling(new Billing(choices.billing().list(), "both", choices.billing().reportBucket(),
                            choices.billing().budgets()))
                    .withNotifications(new Notifications(choices.notifications().securityList(), "both"));
            assertThat(Baseline.remedies(one, choices).get(ItemId.COST_ANOMALIES))
                    .isInstanceOfSatisfying(Remedy.Changes.class, (remedy) -> assertThat(remedy.changes()).first()
                            .isInstanceOf(one.equals(shared) ? Change.ManualStep.class : Change.DirectSetting.class));
        }
    }

    @Test
    void anomalies_areUnknown_whenTheTopicThatIsToldCouldNotBeSeen() {
        AccountState account = told(new Listener.ByTopic(BeyondSamples.TOPIC, States.denied("sns:ListTopics")));

        assertThat(new CostAnomalies().judge(account).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void anomalies_adoptTheMonitorThatIsThere_andMakeOneOtherwise() {
        AccountState nobody = told();
        AccountState none = States.fresh()
                .seen(Fact.ANOMALY_DETECTION, new AnomalyDetection(List.of(), List.of()))
                .account();

        assertThat(changes(ItemId.COST_ANOMALIES, nobody))
                .extracting((change) -> ((Change.StackResource) change).type())
                .containsExactly("AWS::CE::AnomalySubscription");
        assertThat(changes(ItemId.COST_ANOMALIES, nobody).getFirst().toString()).contains("arn:m", "\"50\"");
        assertThat(changes(ItemId.COST_ANOMALIES, none)).extracting((change) -> ((Change.StackResource) change).type())
                .containsExactly("AWS::CE::AnomalyMonitor", "AWS::CE::AnomalySubscription");
    }

    @Test
    void billingTopic_letsAwsTellOfAnomalies_onlyWhereItDoes() {
        AccountState none = States.fresh()
                .seen(Fact.ANOMALY_DETECTION, new AnomalyDetection(List.of(), List.of()))
                .account();
        AccountState heard = told(new Listener.Mail("aws-billing@example.com"));

        assertThat(changes(ItemId.BILLING_NOTIFICATIONS, none).toString()).contains("costalerts.amazonaws.com");
        assertThat(changes(ItemId.BILLING_NOTIFICATIONS, heard).toString()).doesNotContain("costalerts");
        assertThat(Baseline.remedies(none, ExampleChoices.of(none)).toString()).doesNotContain("costalerts");
    }

    @Test
    void anomalies_waitForADecision_whileNobodyIsToHearOfMoney() {
        AccountState none = States.fresh()
                .seen(Fact.ANOMALY_DETECTION, new AnomalyDetection(List.of(), List.of()))
                .account();
        Choices choices = footing.choices.Conventions.choices(none)
                .withBeyond(BeyondChoices.NONE.with(ItemId.COST_ANOMALIES, true));

        assertThat(Baseline.remedies(none, choices)).containsEntry(ItemId.COST_ANOMALIES,
                Remedy.nothing(Remedy.Reason.NOT_DECIDED));
    }
}
