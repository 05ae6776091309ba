package footing.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.PracticeOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** What becomes of a stack at which nobody looks. */
class StackTimeTest {

    private static final Instant BEGUN = Instant.parse("2026-03-02T10:00:00Z");

    private final PracticeOptions options;

    StackTimeTest(@TempDir Path folder) {
        options = PracticeOptions.of("fresh").keptIn(folder.resolve("state.json"));
    }

    private Deploying after(Duration time) {
        return new Deploying(options.at(Clock.fixed(BEGUN.plus(time), ZoneOffset.UTC)));
    }

    private String begin(ChangeSetType type, String template) {
        Deploying asking = after(Duration.ZERO);
        asking.execute(asking.changeSet(type, template, Map.of(), OnStackFailure.ROLLBACK));
        return asking.stack().stackId();
    }

    @Test
    void stack_isFinished_whenTheProcessThatAskedDied() {
        begin(ChangeSetType.CREATE, SecurityTemplate.TEXT);

        Deploying later = after(Duration.ofMinutes(5));
        assertThat(later.client(S3Client.class).listBuckets().buckets()).hasSize(1);
        assertThat(later.stack().stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(later.allEvents(Deploying.STACK)).extracting(StackEvent::timestamp)
                .isSorted()
                .allMatch((at) -> at.isBefore(BEGUN.plusSeconds(60)));
    }

    @Test
    void stack_isHalfWay_whenLittleTimeHasPassed() {
        begin(ChangeSetType.CREATE, SecurityTemplate.TEXT);

        Deploying soon = after(Duration.ofSeconds(2));
        assertThat(soon.stack().stackStatusAsString()).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(soon.client(SnsClient.class).listTopics().topics()).hasSize(1);
        assertThat(soon.finish()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void stack_isRolledBack_whenItFailedWhileNobodyLooked() {
        Deploying asking = after(Duration.ZERO);
        asking.client(S3Client.class)
                .createBucket((call) -> call.bucket("trial-logs-123456789012-us-east-1"));
        begin(ChangeSetType.CREATE, SecurityTemplate.TEXT);

        assertThat(after(Duration.ofMinutes(5)).stack().stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
    }

    @Test
    void status_isTheOneBefore_whenItIsLookedAtAtOnce() {
        Deploying deploying = after(Duration.ZERO);
        deploying.execute(deploying.changeSet(ChangeSetType.CREATE, SecurityTemplate.TEXT));

        assertThat(deploying.stack().stackStatusAsString()).isEqualTo("REVIEW_IN_PROGRESS");
        assertThat(deploying.stack().stackStatusAsString()).isEqualTo("CREATE_IN_PROGRESS");
    }
}
