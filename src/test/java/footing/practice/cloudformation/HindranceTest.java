package footing.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Region;
import footing.practice.PracticeOptions;
import footing.practice.cloudformation.Hindrance.Doing;
import footing.practice.fault.Fault;
import footing.practice.fault.Fault.Trouble;
import footing.practice.fault.Faults;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;

/** Resources that fail or take their time, as faults say. */
class HindranceTest {

    private static final String TEMPLATE = """
        {"Resources": {
          "First": {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": "NAME"}},
          "Second": {"Type": "AWS::SNS::Topic", "DependsOn": "First"}}}""";

    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    private Deploying with(String logicalId, Doing doing, Trouble trouble) {
        return new Deploying(PracticeOptions.of("fresh")
                .at(clock)
                .with(new Faults(List.of(new Fault.OfResource("here", Deploying.STACK, logicalId,
                        Optional.of(Deploying.HOME), Set.of(doing), trouble)))));
    }

    @Test
    void resource_failsToBeMade_soOftenAndNotMore() {
        Deploying deploying = with("Second", Doing.CREATE, new Trouble.Fails("Out of topics", 1));

        assertThat(deploying.create(TEMPLATE)).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(deploying.reason("Second", "CREATE_FAILED"))
                .startsWith("Resource handler returned message: \"Out of topics\" (RequestToken: ")
                .endsWith("HandlerErrorCode: GeneralServiceException)");
        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
        assertThat(deploying.create(TEMPLATE)).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void update_isTakenBack_andTheWayBackCanFailToo() {
        Deploying once = with("First", Doing.UPDATE, new Trouble.Fails("No", 1));
        once.create(TEMPLATE);
        assertThat(once.update(TEMPLATE.replace("NAME", "Other"))).isEqualTo("UPDATE_ROLLBACK_COMPLETE");

        Deploying always = with("First", Doing.UPDATE, new Trouble.Fails("No", 99));
        always.create(TEMPLATE);
        assertThat(always.update(TEMPLATE.replace("NAME", "Other"))).isEqualTo("UPDATE_ROLLBACK_FAILED");
    }

    @Test
    void resource_failsToBeDeleted() {
        Deploying deploying = with("First", Doing.DELETE, new Trouble.Fails("It is held", 1));
        deploying.create(TEMPLATE);

        assertThat(deploying.delete()).isEqualTo("DELETE_FAILED");
        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void resource_isMade_whenItsTimeHasPassed_howeverOftenAnybodyLooks() {
        Deploying deploying = with("First", Doing.CREATE, new Trouble.Slow(Duration.ofSeconds(40)));
        deploying.execute(deploying.changeSet(ChangeSetType.CREATE, TEMPLATE));

        for (int looks = 0; looks < 30; looks++) {
            now = now.plusSeconds(1);
            assertThat(deploying.stack().stackStatusAsString()).isIn("REVIEW_IN_PROGRESS", "CREATE_IN_PROGRESS");
        }
        assertThat(deploying.events()).containsExactly("trial REVIEW_IN_PROGRESS", "trial CREATE_IN_PROGRESS",
                "First CREATE_IN_PROGRESS");
        now = now.plusSeconds(15);
        assertThat(deploying.finish()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void resource_isDeleted_whenItsTimeHasPassed() {
        Deploying deploying = with("Second", Doing.DELETE, new Trouble.Slow(Duration.ofMinutes(2)));
        deploying.create(TEMPLATE);
        String id = deploying.stack().stackId();

        deploying.cloudFormation.deleteStack((call) -> call.stackName(id));
        now = now.plusSeconds(100);
        assertThat(deploying.events(id)).last().isEqualTo("Second DELETE_IN_PROGRESS");
        now = now.plusSeconds(60);
        deploying.cloudFormation.describeStacks((call) -> call.stackName(id));
        now = now.plusSeconds(60);
        assertThat(deploying.events(id)).last().isEqualTo("trial DELETE_COMPLETE");
    }

    @Test
    void fault_isOfItsRegionOnly() {
        Deploying deploying = new Deploying(PracticeOptions.of("fresh")
                .at(clock)
                .with(new Faults(List.of(new Fault.OfResource("here", Deploying.STACK, "First",
                        Optional.of(new Region("eu-central-1")), Set.of(Doing.CREATE), new Trouble.Fails("No", 9))))));

        assertThat(deploying.create(TEMPLATE)).isEqualTo("CREATE_COMPLETE");
    }
}
