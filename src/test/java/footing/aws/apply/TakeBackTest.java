package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Region;
import footing.aws.AwsClients;
import footing.aws.apply.TakeBack.Left;
import footing.aws.apply.TakeBack.Why;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyOptions;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.choices.LogStorage;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.PlannedChange;
import footing.plan.ResourceTypes;
import footing.plan.Setting;
import footing.plan.SettingValues;
import footing.plan.Settings;
import footing.plan.Stack;
import footing.plan.Value;
import footing.practice.Denial;
import footing.practice.Practice;
import footing.practice.PracticeAccount;
import footing.practice.PracticeOptions;
import footing.practice.StateDiff;
import footing.practice.StateDiff.Difference;
import footing.practice.call.Decorated;
import footing.template.Templates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The way back: told from all that the practice account keeps, before an apply and after its undo. */
class TakeBackTest {

    /** What no way back undoes, and AWS neither: traces of what was, and the log files that were written. */
    private static final Set<String> HISTORY = Set.of("startedAt", "stoppedAt", "stacks", "delivery", "objects",
            "latest");

    private final Path data;

    TakeBackTest(@TempDir Path data) {
        this.data = data;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh", "inherited", "landing-zone"})
    void takingBack_givesBackTheAccount_butForWhatItSaysStays(String scenario) {
        Workbench bench = new Workbench(scenario, data);
        PracticeAccount before = bench.state.read();
        assertThat(bench.apply(bench.plan()).failures()).isEmpty();

        TakeBack back = takeBack(bench);
        assertThat(back.left()).isEmpty();
        assertThat(bench.apply(back.plan()).failures()).isEmpty();

        Set<String> kept = back.plan()
                .changes()
                .stream()
                .filter((change) -> change.undo() == PlannedChange.Undo.KEEP)
                .map((change) -> ((Change.StackResource) change.change()).type())
                .collect(Collectors.toSet());
        assertThat(StateDiff.between(before, bench.state.read()))
                .filteredOn((difference) -> difference.path().stream().noneMatch(HISTORY::contains))
                .allMatch((difference) -> isKept(difference, kept) || isTheSame(difference));
        assertThat(takeBack(bench).plan().isEmpty()).isTrue();
        assertThat(takeBack(bench).left()).isEmpty();
    }

    private static boolean isKept(Difference difference, Set<String> kept) {
        boolean isNew = StateDiff.isMissing(difference.before());
        return isNew && switch (difference.path().getFirst()) {
            case "buckets" -> difference.path().size() == 2 && kept.contains("AWS::S3::Bucket");
            case "logGroups" -> difference.path().size() == 2 && kept.contains("AWS::Logs::LogGroup");
            case "iam" -> difference.path().get(1).equals("groups")
                    ? kept.contains("AWS::IAM::Group")
                    : difference.path().get(1).equals("roles") && kept.contains("AWS::IAM::ServiceLinkedRole");
            // SNS lets go of it by itself, days later, and not before.
            case "topics" -> difference.path().contains("subscriptions") && difference.after().has("token");
            default -> false;
        };
    }

    /** What AWS tells otherwise and means the same: what is off is told to be off once it was on. */
    private static boolean isTheSame(Difference difference) {
        String after = difference.after().toString();
        return StateDiff.isMissing(difference.before()) && switch (difference.name()) {
            case "versioning" -> after.equals("\"Suspended\"");
            case "publicAccessBlock" -> !after.contains("true");
            case "HardExpiry" -> after.equals("false");
            // The policy that every topic has from its beginning.
            case "Policy" -> after.contains("__default_statement_ID");
            default -> false;
        };
    }

    @Test
    void settings_areLeft_whereSomebodyChangedThemSince() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        bench.clients.get(IamClient.class, bench.home)
                .updateAccountPasswordPolicy((request) -> request.minimumPasswordLength(32));

        TakeBack back = takeBack(bench);

        assertThat(back.left())
                .containsExactly(new Left.ChangedSince(new Setting.PasswordPolicySetting(Region.US_EAST_1)));
        bench.apply(back.plan());
        assertThat(bench.state.read().iam().passwordPolicy().orElseThrow().minimumPasswordLength()).isEqualTo(32);
    }

    @Test
    void policyOfABucket_losesFootingsStatementsAlone_whereSomebodyAddedToItSince() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        Change.DirectSetting<?> written = settings(takeBack(bench).plan(), Setting.BucketPolicySetting.class)
                .getFirst();
        String bucket = ((Setting.BucketPolicySetting) written.setting()).bucket();
        S3Client s3 = bench.clients.get(S3Client.class, bench.home);
        String merged = s3.getBucketPolicy((request) -> request.bucket(bucket)).policy();
        String theirs = "{\"Sid\":\"Theirs\",\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:DeleteObject\","
                + "\"Resource\":\"arn:aws:s3:::" + bucket + "/*\"}";
        s3.putBucketPolicy((request) -> request.bucket(bucket)
                .policy(merged.replace("\"Statement\":[", "\"Statement\":[" + theirs + ",")));

        TakeBack back = takeBack(bench);
        assertThat(back.left()).isEmpty();
        assertThat(bench.apply(back.plan()).failures()).isEmpty();

        String left = s3.getBucketPolicy((request) -> request.bucket(bucket)).policy();
        assertThat(left).contains("Theirs").contains("cloudtrail.amazonaws.com").doesNotContain("Footing");
    }

    @Test
    void valueThatSomebodyWroteBetweenTwoRuns_isTheOneThatIsPutBack() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        IamClient iam = bench.clients.get(IamClient.class, bench.home);
        iam.updateAccountPasswordPolicy((request) -> request.minimumPasswordLength(9));
        bench.apply(bench.plan());
        assertThat(iam.getAccountPasswordPolicy().passwordPolicy().minimumPasswordLength()).isEqualTo(14);

        bench.apply(takeBack(bench).plan());

        assertThat(iam.getAccountPasswordPolicy().passwordPolicy().minimumPasswordLength()).isEqualTo(9);
    }

    /** Which management events a trail left out is kept in the journal alone. */
    @Test
    void selectorsOfATrail_arePutBackAsTheyWere() {
        Workbench bench = new Workbench("inherited", data);
        CloudTrailClient cloudTrail = bench.clients.get(CloudTrailClient.class, bench.home);
        String trail = cloudTrail.describeTrails().trailList().getFirst().trailARN();
        cloudTrail.putEventSelectors((request) -> request.trailName(trail)
                .eventSelectors(
                        EventSelector.builder().readWriteType("WriteOnly").includeManagementEvents(true).build()));
        var before = cloudTrail.getEventSelectors((request) -> request.trailName(trail)).eventSelectors();
        bench.apply(bench.plan());
        assertThat(cloudTrail.getEventSelectors((request) -> request.trailName(trail)).eventSelectors())
                .isNotEqualTo(before);

        bench.apply(takeBack(bench).plan());

        assertThat(cloudTrail.getEventSelectors((request) -> request.trailName(trail)).eventSelectors())
                .isEqualTo(before);
    }

    @Test
    void stacks_goInTheOppositeOrder_andPoliciesThatLetThemInAfterThem() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());

        List<PlannedChange> changes = takeBack(bench).plan().changes();

        assertThat(changes.stream()
                .map(PlannedChange::change)
                .filter(Change.StackResource.class::isInstance)
                .map((change) -> ((Change.StackResource) change).stack().kind())
                .distinct()).containsExactly(Stack.Kind.BILLING, Stack.Kind.CONFIG, Stack.Kind.SECURITY);
        assertThat(changes.getLast().change()).isInstanceOf(Change.DirectSetting.class);
        assertThat(changes.getFirst().change()).isInstanceOf(Change.DirectSetting.class);
    }

    @Test
    void policyOfTheBucket_stays_whereAStackThatDeliversToItCouldNotBeDeleted() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        Plan back = takeBack(bench).plan();
        bench.state.update((account) -> account
                .withDenials(List.of(new Denial("cloudformation:DeleteStack", Denial.By.IDENTITY_POLICY))));

        ApplyEvent.Ended ended = bench.apply(back);

        assertThat(ended.failures()).extracting(ApplyEvent.Failure::what)
                .anyMatch((what) -> what.startsWith("bucket-policy:"));
        assertThat(settings(takeBack(bench).plan(), Setting.BucketPolicySetting.class)).hasSize(1);
    }

    @Test
    void whoeverHasNoJournal_isTold_andTakesBackTheStacksAlone(@TempDir Path elsewhere) {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        Workbench other = new Workbench(bench.state, elsewhere);

        TakeBack back = takeBack(other);

        assertThat(back.left()).containsExactly(new Left.NoJournal());
        assertThat(back.plan().changes()).isNotEmpty()
                .allMatch((change) -> change.change() instanceof Change.StackResource);
    }

    /** What was opened last is closed first: a policy that is public is refused as long as the block stands. */
    @Test
    void settings_arePutBack_inTheOppositeOrder() {
        Workbench bench = new Workbench("inherited", data);
        Plan forth = bench.plan();
        bench.apply(forth);

        assertThat(settings(takeBack(bench).plan(), Setting.BucketPolicySetting.class)).isNotEmpty();
        assertThat(bucketSettings(takeBack(bench).plan())).isEqualTo(bucketSettings(forth).reversed())
                .hasSizeGreaterThan(2);
    }

    /** What somebody changed between two runs is put back too, though the first run wrote something that rests on it. */
    @Test
    void selectorsThatALaterRunWrote_arePutBack_afterTheTrailIsWhatItWas() {
        Workbench bench = new Workbench("inherited", data);
        CloudTrailClient cloudTrail = bench.clients.get(CloudTrailClient.class, bench.home);
        String trail = cloudTrail.describeTrails().trailList().getFirst().trailARN();
        bench.apply(bench.plan());
        cloudTrail.putEventSelectors((request) -> request.trailName(trail)
                .eventSelectors(
                        EventSelector.builder().readWriteType("WriteOnly").includeManagementEvents(true).build()));
        bench.apply(bench.plan());

        TakeBack back = takeBack(bench);
        assertThat(back.left()).isEmpty();
        assertThat(bench.apply(back.plan()).failures()).isEmpty();

        assertThat(cloudTrail.describeTrails().trailList().getFirst().isMultiRegionTrail()).isFalse();
        assertThat(cloudTrail.getEventSelectors((request) -> request.trailName(trail)).eventSelectors())
                .extracting(EventSelector::readWriteTypeAsString)
                .containsExactly("WriteOnly");
    }

    /** Nobody has to look for what Footing left in an account. */
    @Test
    void bucketThatAnotherTookThePlaceOf_isNamed_andThoseThatAnEarlierUndoKept() {
        Workbench bench = new Workbench("fresh", data);
        bench.apply(bench.plan());
        LogStorage first = ExampleChoices.of(bench.survey()).logStorage();
        assertThat(takeBack(bench).letGo()).isEmpty();
        bench.choose((choices) -> choices.withLogStorage(new LogStorage("another-name-for-logs", first.trail(),
                first.logGroup(), first.logGroupDays(), first.archiveAfterDays(), first.expireAfterDays())));
        bench.apply(bench.plan());

        assertThat(buckets(takeBack(bench).letGo())).containsExactly(first.bucket());

        bench.apply(takeBack(bench).plan());
        assertThat(buckets(takeBack(bench).letGo())).contains(first.bucket(), "another-name-for-logs");
    }

    private static List<String> buckets(List<Change.StackResource> resources) {
        return resources.stream()
                .filter((resource) -> resource.type().equals("AWS::S3::Bucket"))
                .map(ResourceTypes::nameOf)
                .toList();
    }

    private static List<Setting<?>> bucketSettings(Plan plan) {
        return Stream.of(Setting.BucketPolicySetting.class, Setting.BucketPublicAccessSetting.class,
                Setting.BucketVersioningSetting.class)
                .flatMap((kind) -> settings(plan, kind).stream())
                .sorted(Comparator.comparing((change) -> directSettings(plan).indexOf(change)))
                .<Setting<?>>map(Change.DirectSetting::setting)
                .toList();
    }

    @Test
    void stacksThatWereMadeFromAnotherHome_stay_andWhatTheyNeedToo() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        AccountState elsewhere = survey(bench, SurveyOptions.of(Region.US_EAST_1, Workbench.CLOCK));

        TakeBack back = takeBack(bench, elsewhere);

        assertThat(back.left()).containsExactly(new Left.OtherHome(bench.home));
        assertThat(back.plan().changes()).isEmpty();
    }

    /** A newer run from elsewhere has made the stacks that there is one of its own. */
    @Test
    void stacksOfANewerHome_stay_untilSomebodyTakesThemBackFromThere() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        Workbench elsewhere = new Workbench(bench.state, data, Region.US_EAST_1,
                Clock.offset(Workbench.CLOCK, Duration.ofMinutes(5)));
        elsewhere.apply(elsewhere.plan());

        TakeBack back = takeBack(bench);

        assertThat(back.left()).contains(new Left.OtherHome(Region.US_EAST_1));
        assertThat(stacks(back.plan())).containsExactly(Stack.SECURITY);
        assertThat(back.left()).hasAtLeastOneElementOfType(Left.Needed.class);
        assertThat(settings(back.plan(), Setting.BucketPolicySetting.class)).isEmpty();

        elsewhere.apply(takeBack(elsewhere).plan(), new Intent.TakeBack());

        assertThat(takeBack(bench).left()).doesNotContain(new Left.OtherHome(Region.US_EAST_1))
                .doesNotHaveAnyElementsOfTypes(Left.Needed.class);
    }

    @Test
    void stackThatNobodyCouldLookAt_staysWithWhatItNeeds_andIsTold() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        AccountState some = survey(bench, new SurveyOptions(bench.home, List.of(Region.US_EAST_1), Workbench.CLOCK,
                SurveyOptions.USUAL_DEADLINE));
        Stack unseen = Stack.config(new Region("eu-west-1"));

        TakeBack back = takeBack(bench, some);

        assertThat(back.left()).contains(new Left.Stays(unseen, Why.NOT_SEEN),
                new Left.Stays(Stack.SECURITY, Why.NEEDED))
                .filteredOn(Left.Needed.class::isInstance)
                .hasSize(6);
        assertThat(stacks(back.plan())).contains(Stack.BILLING, Stack.config(bench.home))
                .doesNotContain(unseen, Stack.SECURITY);
        assertThat(settings(back.plan(), Setting.BucketPolicySetting.class)).isEmpty();
        assertThat(settings(back.plan(), Setting.PasswordPolicySetting.class)).hasSize(1);
    }

    @Test
    void stacks_areToldNotToBeSeen_whereNobodyMayLook() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        bench.state.update((account) -> account
                .withDenials(List.of(new Denial("cloudformation:DescribeStacks", Denial.By.IDENTITY_POLICY))));

        TakeBack back = takeBack(bench);

        assertThat(back.left()).contains(new Left.Stays(Stack.SECURITY, Why.NOT_SEEN),
                new Left.Stays(Stack.BILLING, Why.NOT_SEEN));
        assertThat(settings(back.plan(), Setting.TopicPolicySetting.class)).isEmpty();
        assertThat(settings(back.plan(), Setting.TrailLogDeliverySetting.class)).isEmpty();
        assertThat(settings(back.plan(), Setting.PasswordPolicySetting.class)).hasSize(1);
    }

    @Test
    void stackThatSomebodyAltered_staysWithWhatItNeeds() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        AccountState account = bench.survey();
        Map<Stack, List<Change.StackResource>> readable = new TreeMap<>(Templates.deployed(account));
        readable.remove(Stack.config(bench.home));

        TakeBack back = TakeBack.of(bench.clients, account, journals(bench), readable);

        assertThat(back.left()).contains(new Left.Stays(Stack.config(bench.home), Why.ALTERED),
                new Left.Stays(Stack.SECURITY, Why.NEEDED));
        assertThat(stacks(back.plan())).doesNotContain(Stack.SECURITY, Stack.config(bench.home));
        assertThat(settings(back.plan(), Setting.BucketPolicySetting.class)).isEmpty();
        assertThat(back.left()).filteredOn(Left.Needed.class::isInstance)
                .extracting((needed) -> ((Left.Needed) needed).setting().getClass().getSimpleName())
                .contains("ConfigRecorderSetting", "TrailLogDeliverySetting", "TrailCoverageSetting");
        assertThat(settings(back.plan(), Setting.TrailValidationSetting.class)).hasSize(1);
    }

    /** Whoever took back all but what could not be seen has not taken back all. */
    @Test
    void homeWhoseStackWasLeft_isNamed_thoughItWasTakenBackFrom() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        AccountState account = bench.survey();
        Map<Stack, List<Change.StackResource>> readable = new TreeMap<>(Templates.deployed(account));
        readable.remove(Stack.config(bench.home));
        bench.apply(TakeBack.of(bench.clients, account, journals(bench), readable).plan(), new Intent.TakeBack());

        TakeBack elsewhere = takeBack(bench, survey(bench, SurveyOptions.of(Region.US_EAST_1, Workbench.CLOCK)));
        assertThat(elsewhere.left()).contains(new Left.OtherHome(bench.home));

        bench.apply(takeBack(bench).plan(), new Intent.TakeBack());
        assertThat(takeBack(bench, survey(bench, SurveyOptions.of(Region.US_EAST_1, Workbench.CLOCK))).left())
                .doesNotContain(new Left.OtherHome(bench.home));
    }

    @Test
    void whoeverHasTheJournalsOfAnotherHomeAlone_isToldThatSettingsStay(@TempDir Path elsewhere) {
        Workbench there = new Workbench(Practice.state(PracticeOptions.of("inherited").at(Workbench.CLOCK)), elsewhere,
                Region.US_EAST_1, Workbench.CLOCK);
        there.apply(there.plan());
        there.apply(takeBack(there).plan(), new Intent.TakeBack());
        Workbench bench = new Workbench(there.state, data);
        bench.apply(bench.plan());

        TakeBack back = TakeBack.of(bench.clients, bench.survey(), journals(there), Templates.deployed(bench.survey()));

        assertThat(back.left()).containsExactly(new Left.NoJournal());
    }

    /** A Region that is off does not know the credentials, which hold everywhere else. */
    @Test
    void settingOfARegionThatIsOff_isLeft_andTheRestIsTakenBack() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        Region off = new Region("me-south-1");
        Setting<Boolean> there = new Setting.EbsEncryptionSetting(off);
        try (Journal journal = Journal.in(data, bench.state.read().id(), Workbench.CLOCK)) {
            Scribe scribe = new Scribe(new ApplyOptions(Workbench.CLOCK, journal, () -> {
            }), bench.plan());
            scribe.began();
            scribe.call(Settings.show(there).with(History.ITEM, Value.text(ItemId.EBS_ENCRYPTION.id())),
                    SettingValues.show(there, false), SettingValues.show(there, true), "", () -> {
                    });
        }
        AwsClients refusing = new Decorated(bench.clients, (call, next) -> {
            if (call.region().equals(off)) {
                throw Ec2Exception.builder()
                        .awsErrorDetails(AwsErrorDetails.builder().errorCode("AuthFailure").build())
                        .statusCode(401)
                        .build();
            }
            return next.get();
        });
        AccountState account = bench.survey();

        TakeBack back = TakeBack.of(refusing, account, journals(bench), Templates.deployed(account));

        assertThat(back.left()).singleElement()
                .isInstanceOfSatisfying(Left.NotRead.class, (left) -> assertThat(left.setting()).isEqualTo(there));
        assertThat(stacks(back.plan())).contains(Stack.SECURITY);
    }

    @Test
    void securityStack_stays_whereAStackThatRestsOnItCouldNotBeDeleted() {
        Workbench bench = new Workbench("inherited", data);
        bench.apply(bench.plan());
        Plan back = takeBack(bench).plan();
        AwsClients refusing = new Decorated(bench.clients, (call, next) -> {
            if (call.operation().equals("DeleteStack") && call.region().id().equals("eu-west-1")) {
                throw CloudFormationException.builder().message("not today").statusCode(400).build();
            }
            return next.get();
        });

        ApplyEvent.Ended ended = bench.apply(back, refusing, () -> {
        });

        assertThat(ended.failures()).extracting(ApplyEvent.Failure::what)
                .contains("footing-config-eu-west-1", "footing-security");
        assertThat(Stack.allDeployed(bench.survey()).keySet()).containsExactly(Stack.SECURITY,
                Stack.config(new Region("eu-west-1")));
    }

    private static Set<Stack> stacks(Plan plan) {
        return plan.changes()
                .stream()
                .map(PlannedChange::change)
                .filter(Change.StackResource.class::isInstance)
                .map((change) -> ((Change.StackResource) change).stack())
                .collect(Collectors.toSet());
    }

    private static List<Change.DirectSetting<?>> directSettings(Plan plan) {
        return settings(plan, Setting.class);
    }

    private static List<Change.DirectSetting<?>> settings(Plan plan, Class<?> kind) {
        return plan.changes()
                .stream()
                .map(PlannedChange::change)
                .filter((change) -> change instanceof Change.DirectSetting<?> setting
                        && kind.isInstance(setting.setting())).<Change.DirectSetting<?>>map((change) -> (Change.DirectSetting<?>) change)
                .toList();
    }

    private static TakeBack takeBack(Workbench bench) {
        return takeBack(bench, bench.survey());
    }

    private static TakeBack takeBack(Workbench bench, AccountState account) {
        return TakeBack.of(bench.clients, account, journals(bench), Templates.deployed(account));
    }

    private static List<Path> journals(Workbench bench) {
        return JournalFiles.of(bench.data, bench.state.read().id());
    }

    private static AccountState survey(Workbench bench, SurveyOptions options) {
        return Survey.run(bench.clients, options, (event) -> {
        });
    }
}
