package footing.choices;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.ContactType;
import footing.account.DeployedStack;
import footing.account.Fact;
import footing.account.SampleTrails;
import footing.account.States;
import footing.account.Topic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConventionsTest {

    @Test
    void nothing_isMadeUp_onAFreshAccount() {
        Choices choices = Conventions.choices(States.fresh().account());
        assertThat(choices.contacts().alternate()).isEmpty();
        assertThat(choices.notifications()).isEqualTo(new Notifications(Optional.empty(), "footing-security"));
        assertThat(choices.logStorage().bucket()).isEqualTo("footing-logs-123456789012-eu-central-1");
        assertThat(choices.alarms()).containsExactlyInAnyOrder(Activity.values());
        assertThat(choices.passwordPolicy()).isEqualTo(PasswordPolicies.STRONG);
    }

    @Test
    void whatIsThere_isProposed() {
        AccountState account = States.fresh()
                .seen(Fact.TRAILS, List.of(SampleTrails.good().trail()))
                .seen(Fact.SECURITY_CONTACT, Optional.of(States.contact("sec@example.com")))
                .seen(Fact.TOPICS, List.of(SampleTrails.topic("security-alerts",
                        SampleTrails.subscription("late@example.com", false),
                        SampleTrails.subscription("list@example.com", true))))
                .account();
        Choices choices = Conventions.choices(account);
        assertThat(choices.logStorage().bucket()).isEqualTo(SampleTrails.BUCKET);
        assertThat(choices.logStorage().trail()).isEqualTo("example");
        assertThat(choices.notifications())
                .isEqualTo(new Notifications(Optional.of("list@example.com"), "security-alerts"));
        assertThat(choices.contacts().alternate()).containsOnlyKeys(ContactType.SECURITY);
        assertThat(Conventions.address(ContactType.BILLING, account)).contains("aws-billing@example.com");
    }

    @Test
    void namesOfOthers_areNotTaken() {
        AccountState account = States.fresh()
                .seen(Fact.TRAILS, List.of(SampleTrails.good("org", "999999999999").trail()))
                .seen(Fact.SECURITY_CONTACT, Optional.of(States.contact("jane.doe@gmail.com")))
                .account();
        Choices choices = Conventions.choices(account);
        assertThat(choices.logStorage().trail()).isEqualTo("footing");
        assertThat(choices.notifications().securityList()).isEmpty();
        assertThat(Conventions.address(ContactType.BILLING, account)).isEmpty();
    }

    private static States deployed(String template, DeployedStack.Resource... resources) {
        return States.fresh()
                .seen(Fact.SECURITY_STACK, Optional.of(new DeployedStack("footing-security", States.HOME,
                        "CREATE_COMPLETE", template, List.of(resources))));
    }

    private static DeployedStack.Resource resource(String logicalId, String type, String physicalId) {
        return new DeployedStack.Resource(logicalId, type, physicalId, "CREATE_COMPLETE");
    }

    @Test
    void whatFootingMade_keepsItsName_besideATrailOfSomebodyElse() {
        LogStorage storage = Conventions.choices(deployed("", resource("LogBucket", "AWS::S3::Bucket", "my-logs"),
                resource("Trail", "AWS::CloudTrail::Trail", "arn:aws:cloudtrail:eu-central-1:123456789012:trail/mine"),
                resource("TrailLogGroup", "AWS::Logs::LogGroup", "my/group"))
                .seen(Fact.TRAILS, List.of(SampleTrails.good("aaa", States.ACCOUNT).trail()))
                .account()).logStorage();

        assertThat(storage.bucket()).isEqualTo("my-logs");
        assertThat(storage.trail()).isEqualTo("mine");
        assertThat(storage.logGroup()).isEqualTo("my/group");
    }

    @Test
    void namesOfAnOrganizationOrALandingZone_areNotTaken() {
        for (SampleTrails trail : List.of(SampleTrails.good("org", States.ACCOUNT).ofOrganization(),
                SampleTrails.good("aws-controltower-BaselineCloudTrail", States.ACCOUNT))) {
            LogStorage storage = Conventions
                    .choices(States.fresh().seen(Fact.TRAILS, List.of(trail.trail())).account())
                    .logStorage();

            assertThat(storage.trail()).isEqualTo("footing");
            assertThat(storage.bucket()).startsWith("footing-logs-");
            assertThat(storage.logGroup()).isEqualTo("footing/cloudtrail");
        }
    }

    @Test
    void whatWasDecidedBefore_isKept_asTheTemplateTells() {
        Choices choices = Conventions.choices(deployed("""
            Resources:
              LogBucket:
                Properties:
                  LifecycleConfiguration:
                    Rules:
                    - Transitions:
                      - TransitionInDays: 30
                      ExpirationInDays: 400
              TrailLogGroup: {Properties: {RetentionInDays: 90}}
              Trail: {Properties: {S3BucketName: !Ref LogBucket, EnableLogFileValidation: false}}
              SecuritySubscription: {Properties: {Endpoint: list@example.com}}
              AlarmRootUse: {Properties: {}}
            """).account());

        assertThat(choices.logStorage().archiveAfterDays()).isEqualTo(30);
        assertThat(choices.logStorage().expireAfterDays()).contains(400);
        assertThat(choices.logStorage().logGroupDays()).isEqualTo(90);
        assertThat(choices.logStorage().bucket()).isEqualTo("footing-logs-123456789012-eu-central-1");
        assertThat(choices.notifications().securityList()).contains("list@example.com");
        assertThat(choices.alarms()).containsExactly(Activity.ROOT_USE);
        assertThat(choices.leave()).containsExactlyInAnyOrder(ItemId.TRAIL_TO_LOGS, ItemId.TRAIL_VALIDATION);
    }

    @Test
    void alarmsOfOthers_countAsWanted_besideThoseThatWereChosen() {
        Choices choices = Conventions.choices(deployed("Resources: {AlarmRootUse: {Properties: {}}}")
                .seen(Fact.METRIC_FILTERS, SampleTrails.filters(Activity.ROOT_USE))
                .seen(Fact.ALARMS, List.of(SampleTrails.alarm(Activity.VPC_CHANGES, true, SampleTrails.TOPIC_ARN)))
                .account());

        assertThat(choices.alarms()).containsExactlyInAnyOrder(Activity.ROOT_USE, Activity.VPC_CHANGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a", "{", "Resources: 1", "Resources: {Trail: 1, LogBucket: {Properties: [1]}}",
        "Resources: &a {Trail: *a}"})
    void aTemplateThatIsNone_saysNothing(String template) {
        Choices choices = Conventions.choices(deployed(template).account());
        assertThat(choices.alarms()).hasSize(15);
        assertThat(choices.logStorage().archiveAfterDays()).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource({"security,true", "example-security,true", "SecurityNotifications,true", "footing-security,true",
        "security-alerts,true", "security-scanner-jobs,false", "security-camera,false", "insecurity,false",
        "aws-controltower-SecurityNotifications,false"})
    void topic_isAdopted_onlyWhereItsNameSaysWhatItIsFor(String name, boolean adopted) {
        assertThat(SecurityTopic.find(States.fresh().seen(Fact.TOPICS, List.of(SampleTrails.topic(name))).account())
                .isPresent()).isEqualTo(adopted);
    }

    @Test
    void topic_isNotGuessed_whenSeveralCouldBeMeant() {
        Topic one = SampleTrails.topic("example-security");
        Topic other = SampleTrails.topic("security-alerts");
        assertThat(SecurityTopic.find(States.fresh().seen(Fact.TOPICS, List.of(one, other)).account())).isEmpty();
        Topic heard = SampleTrails.topic("security-alerts", SampleTrails.subscription("list@example.com", true));
        assertThat(SecurityTopic.find(States.fresh().seen(Fact.TOPICS, List.of(one, heard)).account()))
                .contains(heard);
    }
}
