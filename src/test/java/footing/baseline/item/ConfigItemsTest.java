package footing.baseline.item;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.ConfigRecording;
import footing.account.ConfigRecording.Delivery;
import footing.account.ConfigRecording.Scope;
import footing.account.ConfigRecording.Status;
import footing.account.ConfigRule;
import footing.account.ConfigRule.Evaluation;
import footing.account.ConfigRule.Managed;
import footing.account.EventRule;
import footing.account.EventRule.Target;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.SampleConfig;
import footing.account.SampleTrails;
import footing.account.States;
import footing.account.Topic;
import footing.baseline.Item;
import footing.baseline.Verdict;
import footing.text.ItemTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ConfigItemsTest {

    private static final Item RECORDER = new ConfigRecorderItem();
    private static final Item RULES = new ConfigRulesItem();
    private static final Item WORD = new ConfigNotifications();
    private static final Region OTHER = SampleConfig.OTHER;

    private AccountState account = SampleConfig.good(States.blank()).account();

    private Verdict judged(Item item, String status, String outcome) {
        Verdict verdict = item.judge(account);
        assertThat(verdict.key()).isEqualTo("item." + item.id() + ".outcome." + outcome);
        assertThat(verdict.status()).hasToString(status);
        assertThat(new ItemTexts().verdict(verdict.key(), verdict.values())).doesNotContain("{");
        return verdict;
    }

    private <T> void in(Region region, Fact<Regional<T>> fact, UnaryOperator<Reading<T>> change) {
        account = account.with(fact, account.read(fact)
                .map((regional) -> Regional.of(regional.readings().keySet(),
                        (one) -> one.equals(region) ? change.apply(regional.in(one)) : regional.in(one))));
    }

    private void recording(Region region, UnaryOperator<ConfigRecording> change) {
        in(region, Fact.CONFIG_RECORDING, (reading) -> reading.map(change));
    }

    private void scope(Region region, Scope scope) {
        recording(region, (old) -> SampleConfig.recording(scope));
    }

    private void status(Region region, Status status) {
        recording(region, (old) -> new ConfigRecording(old.recorder()
                .map((one) -> SampleConfig.recorder(one.name(), one.roleArn(), one.scope(), status)), old.channel()));
    }

    private void delivery(Region region, Delivery delivery) {
        recording(region, (old) -> new ConfigRecording(old.recorder(), Optional.of(SampleConfig.channel(delivery))));
    }

    @Test
    void recorder_isMet_whenEveryRegionRecords_andOneOfThemIam() {
        assertThat(judged(RECORDER, "MET", "recording").values()).containsEntry("regions", "eu-central-1, us-east-1");
    }

    @Test
    void recorder_isNotMet_whereThereIsNone() {
        recording(OTHER, (old) -> new ConfigRecording(Optional.empty(), old.channel()));

        assertThat(judged(RECORDER, "NOT_MET", "none").values()).containsEntry("regions", "us-east-1");
    }

    @Test
    void recorder_isNotMet_whenItStandsStillOrDeliversNothing() {
        status(OTHER, new Status(false, Optional.empty(), Optional.empty()));
        judged(RECORDER, "NOT_MET", "stopped");

        account = SampleConfig.good(States.blank()).account();
        recording(OTHER, (old) -> new ConfigRecording(old.recorder(), Optional.empty()));
        judged(RECORDER, "NOT_MET", "no-channel");

        account = SampleConfig.good(States.blank()).account();
        status(OTHER, new Status(true, Optional.of(States.NOW), Optional.of("AccessDenied: no")));
        assertThat(judged(RECORDER, "NOT_MET", "fails").values()).containsEntry("error", "AccessDenied: no");

        account = SampleConfig.good(States.blank()).account();
        delivery(OTHER, new Delivery(Optional.of(States.NOW), Optional.of("NoSuchBucket")));
        judged(RECORDER, "NOT_MET", "fails");
    }

    @Test
    void recorder_waits_untilSomethingWasDelivered_sinceItWasStarted() {
        delivery(OTHER, new Delivery(Optional.empty(), Optional.empty()));
        judged(RECORDER, "PENDING", "nothing-delivered");

        delivery(OTHER, new Delivery(Optional.of(States.NOW.minusSeconds(1)), Optional.empty()));
        judged(RECORDER, "PENDING", "nothing-delivered");
    }

    @Test
    void recorder_isNotMet_whenItRecordsSomeKindsOnly() {
        scope(OTHER, SampleConfig.scope(Scope.Kind.ONLY, "AWS::EC2::Instance", "AWS::S3::Bucket"));
        assertThat(judged(RECORDER, "NOT_MET", "types-missing").values())
                .containsEntry("types", "AWS::EC2::Instance, AWS::S3::Bucket")
                .containsEntry("kind", "only");

        scope(OTHER, SampleConfig.scope(Scope.Kind.ALL_BUT, "AWS::EC2::SecurityGroup"));
        assertThat(judged(RECORDER, "NOT_MET", "types-missing").values()).containsEntry("kind", "all-but");
    }

    @Test
    void recorder_isMet_whenLittleIsLeftOut_andSaysWhat() {
        scope(OTHER, SampleConfig.scope(Scope.Kind.ALL_BUT, "AWS::EC2::Subnet", "AWS::IAM::User"));

        assertThat(judged(RECORDER, "MET", "recording-without-some").values())
                .containsEntry("types", "AWS::EC2::Subnet")
                .containsEntry("regions", "us-east-1");
    }

    @Test
    void recorder_isNotMet_whenNoRegionRecordsIam_butOnlyWhereAllWereSeen() {
        scope(States.HOME, Scope.all(false));
        assertThat(judged(RECORDER, "NOT_MET", "global-nowhere").values()).containsEntry("regions", "eu-central-1");

        in(OTHER, Fact.CONFIG_RECORDING, (reading) -> States.denied("config:DescribeConfigurationRecorders"));
        assertThat(RECORDER.judge(account).status()).hasToString("UNKNOWN");
    }

    @Test
    void recorder_saysWhereIamIsRecordedOnceMore() {
        scope(OTHER, Scope.all(true));

        assertThat(judged(RECORDER, "MET", "recording-global-again").values()).containsEntry("regions", "us-east-1");
    }

    @Test
    void recorder_ofALandingZone_canBeMendedOnlyThere() {
        recording(OTHER, (old) -> new ConfigRecording(
                Optional.of(SampleConfig.recorder("aws-controltower-BaselineConfigRecorder",
                        SampleConfig.SERVICE_ROLE, Scope.all(false),
                        new Status(false, Optional.empty(), Optional.empty()))),
                old.channel()));

        assertThat(judged(RECORDER, "NOT_MET", "weak-elsewhere").values()).containsEntry("gap", "stopped");
    }

    @Test
    void recorder_ofALandingZone_keepsAnybodyElseFromMakingOne() {
        recording(OTHER, (old) -> new ConfigRecording(
                Optional.of(SampleConfig.recorder("aws-controltower-BaselineConfigRecorder",
                        SampleConfig.SERVICE_ROLE, Scope.all(true),
                        new Status(true, Optional.empty(), Optional.empty()))),
                old.channel()));
        recording(States.HOME, (old) -> new ConfigRecording(Optional.empty(), Optional.empty()));

        assertThat(judged(RECORDER, "NOT_MET", "not-governed").values()).containsEntry("regions", "eu-central-1");
    }

    @Test
    void recorder_withARoleOfItsOwn_isMet() {
        recording(OTHER, (old) -> new ConfigRecording(
                Optional.of(SampleConfig.recorder("default", "arn:aws:iam::123456789012:role/x/config",
                        Scope.all(false), new Status(true, Optional.of(States.NOW), Optional.empty()))),
                old.channel()));

        assertThat(judged(RECORDER, "MET", "recording-by-other-role").values()).containsEntry("role", "config");
    }

    private void rules(Region region, List<ConfigRule> rules) {
        in(region, Fact.CONFIG_RULES, (reading) -> Reading.seen(rules));
    }

    private static List<ConfigRule> with(ConfigRule rule) {
        List<ConfigRule> rules = new java.util.ArrayList<>(SampleConfig.rules(rule.managed()));
        rules.add(rule);
        return rules;
    }

    @Test
    void rules_areMet_whateverTheyAreCalled() {
        assertThat(judged(RULES, "MET", "evaluated").values()).containsEntry("rules",
                "our-cloud-trail-enabled, our-incoming-ssh-disabled, our-restricted-incoming-traffic");
    }

    @Test
    void rules_areNotMet_whereSomeOrAllAreMissing() {
        rules(OTHER, SampleConfig.rules(Managed.CLOUD_TRAIL_ENABLED, Managed.INCOMING_SSH_DISABLED));
        assertThat(judged(RULES, "NOT_MET", "missing").values())
                .containsEntry("missing", "cloud-trail-enabled,incoming-ssh-disabled")
                .containsEntry("regions", "us-east-1");

        rules(States.HOME, SampleConfig.rules(Managed.INCOMING_SSH_DISABLED));
        assertThat(judged(RULES, "NOT_MET", "missing").values())
                .containsEntry("missing", "incoming-ssh-disabled")
                .containsEntry("regions", "eu-central-1")
                .containsEntry("otherRegions", "us-east-1");

        rules(States.HOME, List.of());
        judged(RULES, "NOT_MET", "none");
    }

    @Test
    void rule_isNotMet_whenItLooksAwayOrComesToNoResult() {
        Evaluation good = new Evaluation(Optional.of(States.NOW), Optional.empty());
        rules(OTHER, with(new ConfigRule("few", Managed.INCOMING_SSH_DISABLED, new TreeMap<>(), true,
                Reading.seen(good))));
        judged(RULES, "NOT_MET", "narrowed");

        rules(OTHER, with(new ConfigRule("ports", Managed.RESTRICTED_INCOMING_TRAFFIC,
                new TreeMap<>(Map.of("blockedPort3", "8080")), false, Reading.seen(good))));
        judged(RULES, "NOT_MET", "port-open");

        rules(OTHER, with(SampleConfig.rule(Managed.INCOMING_SSH_DISABLED,
                new Evaluation(Optional.empty(), Optional.of("no permission")))));
        assertThat(judged(RULES, "NOT_MET", "fails").values()).containsEntry("error", "no permission");
    }

    @Test
    void rule_waits_untilItCameToAResult() {
        rules(OTHER, with(SampleConfig.rule(Managed.INCOMING_SSH_DISABLED,
                new Evaluation(Optional.empty(), Optional.empty()))));

        assertThat(judged(RULES, "PENDING", "not-evaluated").values()).containsEntry("rules",
                "our-incoming-ssh-disabled");
    }

    @Test
    void ports_areThoseThatTheRuleIsTold_andRangesCount() {
        assertThat(blocks(Map.of(), 3389)).isTrue();
        assertThat(blocks(Map.of("blockedPort1", "3389", "blockedPort3", "22"), 3389)).isTrue();
        assertThat(blocks(Map.of("blockedPort3", "22"), 3389)).isFalse();
        assertThat(blocks(Map.of("blockedPort3", "22", "blockedPorts", "80, 3000-4000"), 3389)).isTrue();
        assertThat(blocks(Map.of("blockedPort3", "all"), 3389)).isFalse();
    }

    private static boolean blocks(Map<String, String> parameters, int port) {
        return new ConfigRule("r", Managed.RESTRICTED_INCOMING_TRAFFIC, new TreeMap<>(parameters), false,
                States.failed("x")).blocks(port);
    }

    private void events(Region region, EventRule... rules) {
        in(region, Fact.CONFIG_EVENTS, (reading) -> Reading.seen(List.of(rules)));
    }

    private void topic(Topic topic) {
        account = account.with(Fact.EVENT_TOPICS,
                Reading.seen(Map.of(SampleConfig.TOPIC, Reading.seen(Optional.of(topic)))));
    }

    @Test
    void word_reachesTheList_fromTheOtherRegionToo() {
        assertThat(judged(WORD, "MET", "reaches").values()).containsEntry("by", "security-findings")
                .containsEntry("regions", "eu-central-1, us-east-1");
    }

    @Test
    void word_isNotMet_whereTheWayBreaks() {
        events(OTHER);
        assertThat(judged(WORD, "NOT_MET", "none").values()).containsEntry("regions", "us-east-1");

        events(OTHER, new EventRule("e", false, SampleConfig.PATTERN, Reading.seen(List.of())));
        judged(WORD, "NOT_MET", "off");

        events(OTHER, SampleConfig.rule("e"));
        judged(WORD, "NOT_MET", "no-target");

        events(OTHER, SampleConfig.rule("e", new Target(SampleConfig.BUS, Optional.empty())));
        judged(WORD, "NOT_MET", "refused");

        rules(OTHER, List.of());
        judged(WORD, "NOT_MET", "no-rules");
    }

    @Test
    void word_isNotMet_whenThePatternHearsOfSomeRulesOnly() {
        events(States.HOME, new EventRule("e", true,
                "{\"source\":[\"aws.config\"],\"detail\":{\"configRuleName\":[\"our-cloud-trail-enabled\"]}}",
                Reading.seen(List.of(new Target(SampleConfig.TOPIC, Optional.empty())))));

        assertThat(judged(WORD, "NOT_MET", "none").values()).containsEntry("rules",
                "our-incoming-ssh-disabled, our-restricted-incoming-traffic");
    }

    @Test
    void word_endsAtTheTopic_whenThatDoesNotTakeIt_orNobodyHasConfirmed() {
        topic(SampleConfig.topic(SampleConfig.DEFAULT_POLICY, SampleConfig.subscription(true)));
        judged(WORD, "NOT_MET", "refused");

        Topic open = SampleConfig.topic(SampleConfig.OPEN_POLICY, SampleConfig.subscription(true));
        topic(new Topic(open.arn(), open.name(), open.region(), open.subscriptions(),
                open.access().map((access) -> new Topic.Access(access.policy(), Optional.of("alias/aws/sns")))));
        judged(WORD, "NOT_MET", "topic-key");

        topic(SampleConfig.topic(SampleConfig.OPEN_POLICY));
        judged(WORD, "NOT_MET", "nobody");

        topic(SampleConfig.topic(SampleConfig.OPEN_POLICY, SampleConfig.subscription(false)));
        judged(WORD, "PENDING", "unconfirmed");

        topic(SampleConfig.topic(SampleConfig.OPEN_POLICY,
                new Topic.Subscription("lambda", "f", true, SampleTrails.WHOLE)));
        judged(WORD, "NEEDS_ATTESTATION", "other-means");
    }

    @Test
    void word_goesToNoThirdBus_andAnotherAccountsAnswerForThemselves() {
        events(States.HOME, SampleConfig.rule("on", new Target(
                "arn:aws:events:eu-west-3:" + States.ACCOUNT + ":event-bus/default", Optional.of("r"))));
        assertThat(WORD.judge(account).status()).hasToString("NOT_MET");

        events(OTHER, SampleConfig.rule("away",
                new Target("arn:aws:events:eu-west-3:999999999999:event-bus/default", Optional.of("r"))));
        events(States.HOME, SampleConfig.rule("tell", new Target(SampleConfig.TOPIC, Optional.empty())));
        assertThat(judged(WORD, "NEEDS_ATTESTATION", "elsewhere").values()).containsEntry("by", "999999999999");
    }

    @Test
    void word_isUnknown_whenAPartOfTheWayCouldNotBeSeen() {
        in(States.HOME, Fact.CONFIG_EVENTS, (reading) -> States.denied("events:ListRules"));
        assertThat(WORD.judge(account).status()).hasToString("UNKNOWN");

        account = SampleConfig.good(States.blank()).account().with(Fact.EVENT_TOPICS, Reading.seen(Map.of()));
        assertThat(WORD.judge(account).status()).hasToString("UNKNOWN");
    }
}
