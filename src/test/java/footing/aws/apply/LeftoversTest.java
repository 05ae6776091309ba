package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.aws.AwsClients;
import footing.plan.Plan;
import footing.practice.Practice;
import footing.practice.PracticeClients;
import footing.practice.PracticeOptions;
import footing.practice.call.Decorated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;

/** What becomes of change sets that a stack has already. */
class LeftoversTest {

    /** A change set of another run, as Footing names them. */
    private static final String EARLIER = "footing-7f3c2a10-54b1-4c66-9d0e-1a2b3c4d5e6f";
    private static final String SECURITY = "footing-security";
    private static final Pause NONE = () -> {
    };

    private final Path data;
    private final Workbench bench;
    private final Plan plan;

    LeftoversTest(@TempDir Path data) {
        this.data = data;
        this.bench = new Workbench(Practice.state(PracticeOptions.of("fresh").at(Workbench.CLOCK)), data);
        this.plan = bench.plan();
    }

    @Test
    void changeSetThatNobodyExecuted_isClearedAway_whenItIsOld() {
        propose(EARLIER, ChangeSetType.CREATE, Duration.ofHours(2));

        assertThat(bench.apply(plan).failures()).isEmpty();
        assertThat(bench.plan().isEmpty()).isTrue();
    }

    /** It may be that of a run on another machine, a moment before that executes it. */
    @Test
    void stackInReview_isLeft_whenAnotherRunMayBeAboutToMakeIt() {
        propose(EARLIER, ChangeSetType.CREATE, Duration.ofMinutes(30));

        ApplyEvent.Ended ended = bench.apply(plan);

        assertThat(ended.failures()).first().satisfies((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.OTHER_RUN);
            assertThat(failure.message()).isEqualTo(EARLIER);
        });
        assertThat(changeSets()).containsExactly(EARLIER);
    }

    @Test
    void changeSet_isClearedAwayAtOnce_whenTheRunThatMadeItDiedHere() throws IOException {
        die("ExecuteChangeSet");
        assertThat(changeSets()).hasSize(1);
        // As a crash leaves it: in the middle of a line.
        Files.writeString(JournalFiles.of(data, plan.identity().account()).getLast(), "{\"v\":1,\"at\":\"20",
                StandardOpenOption.APPEND);

        assertThat(bench.apply(bench.plan()).failures()).isEmpty();
        assertThat(bench.plan().isEmpty()).isTrue();
    }

    @Test
    void changeSet_isNotClearedAway_whenTheRunThatMadeItGoesOnHere() {
        die("ExecuteChangeSet");
        Path journal = JournalFiles.of(data, plan.identity().account()).getLast();
        try (var held = java.nio.channels.FileChannel.open(journal, StandardOpenOption.WRITE); var lock = held.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> bench.apply(bench.plan())).isInstanceOf(AnotherRunException.class);
            assertThat(bench.cloudFormation()
                    .listChangeSets((request) -> request.stackName("footing-security"))
                    .summaries()).hasSize(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void changeSet_isNotClearedAway_whenTheJournalOfItsRunIsDamaged() throws IOException {
        die("ExecuteChangeSet");
        Files.writeString(JournalFiles.of(data, plan.identity().account()).getLast(), "garbage\n",
                StandardOpenOption.APPEND);

        assertThat(bench.apply(bench.plan()).failures()).first()
                .extracting(ApplyEvent.Failure::cause)
                .isEqualTo(ApplyEvent.Cause.OTHER_RUN);
    }

    @Test
    void stackInReview_isLeft_whenTheChangeSetIsSomebodyElses() {
        propose(EARLIER, ChangeSetType.CREATE, Duration.ofHours(2));
        propose("somebody-looked", ChangeSetType.CREATE, Duration.ofHours(2));

        ApplyEvent.Ended ended = bench.apply(plan);

        assertThat(ended.failures()).first().satisfies((failure) -> {
            assertThat(failure.cause()).isEqualTo(ApplyEvent.Cause.FOREIGN_CHANGE_SET);
            assertThat(failure.message()).isEqualTo("somebody-looked");
        });
        assertThat(changeSets()).containsExactlyInAnyOrder(EARLIER, "somebody-looked");
    }

    @Test
    void stackInReview_isLeft_whenTheChangeSetIsBeingExecuted() {
        propose(EARLIER, ChangeSetType.CREATE, Duration.ofHours(2));
        bench.execute(SECURITY, EARLIER);

        ApplyEvent.Ended ended = bench.apply(plan);

        assertThat(ended.failures()).first()
                .extracting(ApplyEvent.Failure::cause)
                .isEqualTo(ApplyEvent.Cause.FOREIGN_CHANGE_SET);
        assertThat(bench.cloudFormation().listStacks().stackSummaries())
                .filteredOn((one) -> one.stackName().equals(SECURITY))
                .singleElement()
                .satisfies((one) -> assertThat(one.deletionTime()).isNull());
    }

    @Test
    void oldChangeSetsOfFooting_areClearedAway_onALivingStack() {
        bench.apply(plan);
        String young = EARLIER.replace("7f3c", "0000");
        propose(EARLIER, ChangeSetType.UPDATE, Duration.ofHours(2));
        propose(young, ChangeSetType.UPDATE, Duration.ofMinutes(30));
        propose("somebody-looked", ChangeSetType.UPDATE, Duration.ofHours(2));
        propose("footing-security-fix", ChangeSetType.UPDATE, Duration.ofHours(2));

        assertThat(bench.apply(plan).failures()).isEmpty();

        assertThat(changeSets()).contains("somebody-looked", "footing-security-fix", young).doesNotContain(EARLIER);
    }

    /** Ends as a program does that is killed, when it is about to call this. */
    private void die(String operation) {
        AwsClients dying = new Decorated(bench.clients, (call, next) -> {
            if (call.operation().equals(operation)) {
                throw new AssertionError("killed");
            }
            return next.get();
        });
        assertThatThrownBy(() -> bench.apply(plan, dying, NONE)).hasRootCauseMessage("killed");
    }

    private void propose(String name, ChangeSetType type, Duration ago) {
        new PracticeClients(bench.state, Clock.offset(Workbench.CLOCK, ago.negated()))
                .get(CloudFormationClient.class, bench.home)
                .createChangeSet((request) -> request.stackName(SECURITY)
                        .changeSetName(name)
                        .changeSetType(type)
                        .templateBody("Resources: {T: {Type: 'AWS::SNS::Topic'}}"));
    }

    private List<String> changeSets() {
        return bench.cloudFormation()
                .listChangeSets((request) -> request.stackName(SECURITY))
                .summaries()
                .stream()
                .map((one) -> one.changeSetName())
                .toList();
    }
}
