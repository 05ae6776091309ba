package footing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Region;
import footing.choices.ItemId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangeGroupTest {

    private static final Region PARIS = new Region("eu-west-3");
    private static final Region OHIO = new Region("us-east-2");

    private static PlannedChange change(Region region, String type, String name, PlannedChange.Kind kind) {
        return change(Stack.config(region), type, name, kind);
    }

    private static PlannedChange change(Stack stack, String type, String name, PlannedChange.Kind kind) {
        String property = ResourceTypes.of(type).name();
        Value.Fields after = Value.fields(property, Value.text(name));
        return new PlannedChange(
                new Change.StackResource(ItemId.CONFIG_RULES, stack, name.replace("-", ""), type, after,
                        false, Set.of()),
                kind, Value.ABSENT, Value.fields("Properties", after),
                new Cost(BigDecimal.ONE, true), PlannedChange.Undo.DELETE);
    }

    private static Stream<PlannedChange> in(Region region) {
        return Stream.of(change(region, "AWS::Config::ConfigRule", "ssh", PlannedChange.Kind.CREATE),
                change(region, "AWS::Config::ConfigRule", "traffic", PlannedChange.Kind.CREATE));
    }

    @Test
    void whatIsTheSameInManyRegions_isReadAsOne_thoughEachRegionHasItsTurn() {
        List<PlannedChange> changes = Stream.of(PARIS, OHIO).flatMap(ChangeGroupTest::in).toList();

        List<ChangeGroup> groups = ChangeGroup.of(changes);

        assertThat(groups).hasSize(2);
        ChangeGroup ssh = groups.getFirst();
        assertThat(ssh.changes()).containsExactly(changes.get(0), changes.get(2));
        assertThat(ssh.first()).isEqualTo(1);
        assertThat(ssh.last()).isEqualTo(3);
        assertThat(ssh.isUnbroken()).isFalse();
        assertThat(ssh.cost()).isEqualTo(new Cost(BigDecimal.TWO, true));
        assertThat(ssh.words().key()).isEqualTo("change.config-config-rule.create");
        assertThat(ssh.words().values()).containsEntry("name", "ssh (eu-west-3, us-east-2)");
        assertThat(ssh.words().details()).containsExactlyElementsOf(Words.of(changes.getFirst()).details());
    }

    @Test
    void protections_areReadAsOne_whereTheStackIsInManyRegions() {
        List<PlannedChange> changes = Stream.of(PARIS, OHIO)
                .map((region) -> protection("footing-config", region))
                .toList();

        assertThat(ChangeGroup.of(changes)).singleElement().satisfies((group) -> {
            assertThat(group.changes()).isEqualTo(changes);
            assertThat(group.words().values()).containsEntry("name", "footing-config (eu-west-3, us-east-2)");
            assertThat(group.words().details()).containsExactly(new Words.Detail("EnableTerminationProtection",
                    Optional.of("false"), Optional.of("true")));
        });
        assertThat(ChangeGroup.of(List.of(changes.getFirst(), protection("footing-security", OHIO)))).hasSize(2);
        assertThat(Words.of(protection("footing-security", OHIO)).values()).containsEntry("name", "footing-security");
    }

    private static PlannedChange protection(String stack, Region region) {
        Change.DirectSetting<Boolean> change = new Change.DirectSetting<>(ItemId.CONFIG_RULES,
                new Setting.StackProtectionSetting(stack, region), false, true, Change.When.BEFORE_STACKS);
        return new PlannedChange(change, PlannedChange.Kind.UPDATE, SettingValues.show(change.setting(), false),
                SettingValues.show(change.setting(), true), Cost.NONE, PlannedChange.Undo.RESTORE);
    }

    @Test
    void whatIsDoneDifferently_orNamedDifferently_standsForItself() {
        List<PlannedChange> changes = List.of(
                change(PARIS, "AWS::Config::ConfigRule", "ssh", PlannedChange.Kind.CREATE),
                change(OHIO, "AWS::Config::ConfigRule", "ssh", PlannedChange.Kind.UPDATE),
                change(OHIO, "AWS::Config::ConfigRule", "traffic", PlannedChange.Kind.CREATE),
                change(Stack.SECURITY, "AWS::Config::ConfigRule", "ssh", PlannedChange.Kind.CREATE),
                change(PARIS, "AWS::Events::Rule", "ssh", PlannedChange.Kind.CREATE));

        assertThat(ChangeGroup.of(changes)).isEqualTo(ChangeGroup.each(changes))
                .allSatisfy((group) -> assertThat(group.isOne()).isTrue());
    }

    @Test
    void everyChange_isInOneGroup_andMoneyIsNotLost() {
        List<PlannedChange> changes = Stream
                .concat(Stream.of(PARIS, OHIO).flatMap(ChangeGroupTest::in),
                        Stream.of("a", "b")
                                .map((name) -> change(Stack.SECURITY, "AWS::CloudWatch::Alarm", name,
                                        PlannedChange.Kind.CREATE)))
                .toList();

        List<ChangeGroup> groups = ChangeGroup.of(changes);

        assertThat(groups.stream().flatMap((group) -> group.changes().stream()))
                .containsExactlyInAnyOrderElementsOf(changes);
        assertThat(groups.getLast().isUnbroken()).isTrue();
        assertThat(groups.stream().map(ChangeGroup::cost).reduce(Cost.NONE, Cost::and))
                .isEqualTo(changes.stream().map(PlannedChange::cost).reduce(Cost.NONE, Cost::and));
    }
}
