package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.aws.apply.EarlierRun.End;
import footing.aws.apply.EarlierRun.Outcome;
import footing.aws.apply.EarlierRun.What;
import footing.plan.Plan;
import footing.plan.Stack;
import footing.practice.Denial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal tells of the run that wrote it. */
class EarlierRunTest {

    private final Path data;
    private final Workbench bench;
    private final Plan plan;

    EarlierRunTest(@TempDir Path data) {
        this.data = data;
        this.bench = new Workbench("fresh", data);
        this.plan = bench.plan();
    }

    @Test
    void lastRun_isNone_beforeAnythingWasWritten() {
        assertThat(JournalFiles.last(data, plan.identity().account())).isEmpty();
    }

    @Test
    void run_isDone_whenAllOfItWas() {
        bench.apply(plan);

        EarlierRun run = last();

        assertThat(run.end()).isEqualTo(End.DONE);
        assertThat(run.isOpen()).isFalse();
        assertThat(run.began()).isEqualTo(Workbench.CLOCK.instant());
        assertThat(run.home()).isEqualTo(bench.home);
        assertThat(run.principal()).isEqualTo(plan.identity().principal());
        assertThat(run.steps()).extracting(EarlierRun.Step::outcome).containsOnly(Outcome.DONE);
        assertThat(run.steps()).extracting(EarlierRun.Step::what)
                .contains(new What.OfStack(Stack.SECURITY, "CREATE"))
                .anyMatch(What.OfSetting.class::isInstance)
                .doesNotHaveDuplicates();
    }

    @Test
    void run_isFailed_whenSomethingWasRefused() {
        bench.state.update((account) -> account
                .withDenials(List.of(new Denial("iam:UpdateAccountPasswordPolicy", Denial.By.IDENTITY_POLICY))));
        bench.apply(plan);

        EarlierRun run = last();

        assertThat(run.end()).isEqualTo(End.FAILED);
        assertThat(run.isOpen()).isTrue();
        assertThat(run.steps()).filteredOn((step) -> step.outcome() == Outcome.REFUSED)
                .singleElement()
                .satisfies((step) -> assertThat(step.said()).contains("iam:UpdateAccountPasswordPolicy"));
    }

    /** As it is when the machine loses its power in the middle of a line. */
    @Test
    void run_isBrokenOff_andItsLastStepUnknown_whenTheJournalHasNoEnd() throws IOException {
        bench.apply(plan);
        Path journal = bench.journal.orElseThrow();
        List<String> lines = Files.readAllLines(journal);
        int at = 0;
        while (!lines.get(at).contains("\"writing\"") || !lines.get(at).contains("password-policy")) {
            at++;
        }
        Files.writeString(journal, String.join("\n", lines.subList(0, at + 1)) + "\n" + lines.get(at + 1).substring(9));

        EarlierRun run = last();

        assertThat(run.end()).isEqualTo(End.BROKEN_OFF);
        assertThat(run.steps().getLast().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(run.steps().getLast().what()).isInstanceOf(What.OfSetting.class);
    }

    @Test
    void run_isAtWork_asLongAsItWrites() {
        try (Journal journal = Journal.in(data, plan.identity().account(), Workbench.CLOCK)) {
            new Scribe(new ApplyOptions(Workbench.CLOCK, journal, () -> {
            }), plan).began();

            assertThat(last().end()).isEqualTo(End.AT_WORK);
        }
        assertThat(last().end()).isEqualTo(End.BROKEN_OFF);
    }

    @Test
    void journalOfAnotherVersion_isToldToBeOne() throws IOException {
        bench.apply(plan);
        Path journal = bench.journal.orElseThrow();
        Files.writeString(journal, Files.readString(journal).replace("\"password-policy\"", "\"face-policy\""));

        assertThatThrownBy(this::last).isInstanceOf(JournalException.class).hasMessageContaining("face-policy");
    }

    @Test
    void intent_isWhatTheRunWasFor() {
        assertThat(intent(new Intent.TakeBack())).isEqualTo(new Intent.TakeBack());
        assertThat(intent(new Intent.Carry(Optional.of("home: x\n")))).isEqualTo(
                new Intent.Carry(Optional.of("home: x\n")));
        assertThat(intent(new Intent.Carry(Optional.empty()))).isEqualTo(new Intent.Carry(Optional.empty()));
    }

    private Intent intent(Intent told) {
        try (Journal journal = Journal.in(data, plan.identity().account(), Workbench.CLOCK)) {
            new Scribe(new ApplyOptions(Workbench.CLOCK, journal, () -> {
            }, told), plan).began();
        }
        return last().intent();
    }

    private EarlierRun last() {
        return JournalFiles.last(data, plan.identity().account()).orElseThrow();
    }
}
