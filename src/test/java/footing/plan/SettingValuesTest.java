package footing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.AlternateContact;
import footing.account.ConfigRecording.Scope;
import footing.account.ContactType;
import footing.account.LogBucket;
import footing.account.PasswordPolicy;
import footing.account.PrimaryContact;
import footing.account.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingValuesTest {

    private static final Region HOME = Samples.HOME;
    private static final String TRAIL = "arn:aws:cloudtrail:eu-central-1:123456789012:trail/old";

    record Case<T>(Setting<T> setting, List<T> values) {
    }

    /** Every kind of setting, with values that are full, that are sparse, and that are nothing. */
    static Stream<Case<?>> cases() {
        return Stream.of(
                new Case<>(new Setting.PrimaryContactSetting(HOME),
                        List.of(contact(Optional.of("x")), contact(Optional.empty()))),
                new Case<>(new Setting.AlternateContactSetting(ContactType.BILLING, HOME),
                        List.of(Optional.empty(),
                                Optional.of(new AlternateContact("n", "t", "a@example.com", "+1")))),
                new Case<>(new Setting.PasswordPolicySetting(HOME),
                        List.of(Optional.empty(), Optional.of(policy(Optional.of(90), Optional.of(24))),
                                Optional.of(policy(Optional.empty(), Optional.empty())))),
                new Case<>(new Setting.TrailCoverageSetting(TRAIL, HOME),
                        List.of(new Setting.TrailCoverage(true, false, true, false),
                                new Setting.TrailCoverage(false, true, false, true))),
                new Case<>(new Setting.TrailSelectorsSetting(TRAIL, HOME),
                        List.of(Value.fields("EventSelectors",
                                Value.items(Value.fields("ReadWriteType", Value.text("WriteOnly")))))),
                new Case<>(new Setting.TrailValidationSetting(TRAIL, HOME), List.of(true, false)),
                new Case<>(new Setting.TrailLogDeliverySetting(TRAIL, HOME),
                        List.of(Optional.empty(), Optional.of(new Setting.TrailLogDelivery("arn:group", "arn:role")))),
                new Case<>(new Setting.BucketPolicySetting("logs", HOME),
                        List.of(Optional.empty(), Optional.of("{\"Version\": \"2012-10-17\" }"))),
                new Case<>(new Setting.BucketPublicAccessSetting("logs", HOME),
                        List.of(LogBucket.PublicAccess.NOT_BLOCKED,
                                new LogBucket.PublicAccess(true, false, true, false),
                                new LogBucket.PublicAccess(false, true, false, true))),
                new Case<>(new Setting.BucketVersioningSetting("logs", HOME), List.of(true, false)),
                new Case<>(new Setting.ConfigRecorderSetting("default", HOME),
                        List.of(new Setting.Recording(false, Scope.all(true)),
                                new Setting.Recording(true,
                                        new Scope(Scope.Kind.ONLY, false, new TreeSet<>(Set.of("AWS::S3::Bucket")))))),
                new Case<>(new Setting.TopicPolicySetting("arn:topic", HOME), List.of("{\"Version\": 1}")),
                new Case<>(new Setting.AccountPublicAccessSetting("123456789012", HOME),
                        List.of(LogBucket.PublicAccess.NOT_BLOCKED, LogBucket.PublicAccess.BLOCKED)),
                new Case<>(new Setting.EbsEncryptionSetting(HOME), List.of(true, false)),
                new Case<>(new Setting.StackProtectionSetting("footing-config", HOME), List.of(true, false)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void value_comesBackAsItWasShown(Case<T> given) {
        for (T value : given.values()) {
            Value shown = SettingValues.show(given.setting(), value);

            assertThat(SettingValues.parse(given.setting(), shown)).isEqualTo(value);
            assertThat(ValueJson.read(ValueJson.write(shown))).isEqualTo(shown);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void setting_comesBackAsItWasShown(Case<T> given) {
        assertThat(Settings.read(Settings.show(given.setting()))).isEqualTo(given.setting());
        assertThat(Settings.key(given.setting())).startsWith(Settings.kind(given.setting()));
    }

    @Test
    void cases_areOfEveryKindOfSetting() {
        Set<String> kinds = cases().map((one) -> one.setting().getClass().getSimpleName()).collect(Collectors.toSet());

        assertThat(kinds).isEqualTo(Arrays.stream(Setting.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet()));
    }

    @Test
    void parse_namesWhatIsMissingOrWrong() {
        Setting<Boolean> setting = new Setting.BucketVersioningSetting("logs", HOME);

        assertThatThrownBy(() -> SettingValues.parse(setting, Value.none())).hasMessage("Enabled is missing");
        assertThatThrownBy(() -> SettingValues.parse(setting, Value.fields("Enabled", Value.text("yes"))))
                .hasMessage("Enabled is neither true nor false");
        assertThatThrownBy(() -> Settings.read(Value.fields("setting", Value.text("colour"))
                .with("of", Value.text(""))
                .with("region", Value.text("eu-central-1")))).hasMessage("no such setting: colour");
    }

    @Test
    void same_comparesPoliciesAsDocuments_andAllElseAsItIs() {
        Setting<Optional<String>> policy = new Setting.BucketPolicySetting("logs", HOME);

        assertThat(SettingValues.same(policy, Optional.of("{\"a\": 1, \"b\": 2}"), Optional.of("{\"b\":2,\"a\":1}")))
                .isTrue();
        assertThat(SettingValues.same(policy, Optional.of("{\"a\": 1}"), Optional.of("{\"a\": 2}"))).isFalse();
        assertThat(SettingValues.same(policy, Optional.of("not json"), Optional.of("not  json"))).isFalse();
        assertThat(SettingValues.same(policy, Optional.empty(), Optional.of("{}"))).isFalse();
        assertThat(SettingValues.same(policy, Optional.empty(), Optional.empty())).isTrue();
    }

    private static PrimaryContact contact(Optional<String> more) {
        return new PrimaryContact("Example Corp", more, "1 Main Street", more, more, "Seattle", more, more, "98101",
                "US", "+1 206 555 0100", more);
    }

    private static PasswordPolicy policy(Optional<Integer> age, Optional<Integer> reuse) {
        return new PasswordPolicy(14, true, false, true, false, true, false, age, reuse);
    }
}
