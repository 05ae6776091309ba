package footing.aws.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.CredentialReport;
import footing.account.CredentialReport.AccessKey;
import footing.account.CredentialReport.Credentials;
import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportStateType;

@Timeout(30)
class CredentialReaderTest {

    private static final Instant MADE = Instant.parse("2026-03-01T11:00:00Z");
    private static final String HEAD = "user,arn,user_creation_time,password_enabled,password_last_used,"
            + "password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
            + "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
            + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
            + "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,"
            + "cert_2_active,cert_2_last_rotated";
    private static final String ROOT = "<root_account>,arn:aws:iam::123456789012:root,2021-02-10T17:45:00+00:00,"
            + "not_supported,2026-02-20T21:04:55+00:00,not_supported,not_supported,true,"
            + "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";
    private static final String JANE = "jane,arn:aws:iam::123456789012:user/jane,2021-02-10T17:45:00+00:00,"
            + "true,no_information,2024-01-01T00:00:00Z,N/A,false,"
            + "true,2024-01-02T00:00:00+00:00,2024-01-03T00:00:00+00:00,us-east-1,s3,"
            + "false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";

    private static final String BOT = "bot,arn,N/A,false,N/A,N/A,N/A,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,"
            + "false,N/A,false,N/A";

    private final FakeClients clients = SurveyTest.signedIn();

    private static CredentialReport rows(String... lines) throws IOException {
        return CredentialRows.read(new StringReader(String.join("\n", lines)), MADE);
    }

    private Reading<CredentialReport> read() {
        return SurveyTest.survey(clients).read(Fact.CREDENTIAL_REPORT);
    }

    private void generates() {
        clients.on(GenerateCredentialReportRequest.class,
                (request) -> GenerateCredentialReportResponse.builder().state(ReportStateType.STARTED).build());
    }

    private static GetCredentialReportResponse report(String text) {
        return GetCredentialReportResponse.builder()
                .content(SdkBytes.fromUtf8String(text))
                .generatedTime(MADE)
                .build();
    }

    @Test
    void rows_areRead_byTheNamesOfTheirColumns() throws IOException {
        CredentialReport report = rows(HEAD, ROOT, JANE);

        assertThat(report.root().orElseThrow().passwordUsedAt()).contains(Instant.parse("2026-02-20T21:04:55Z"));
        assertThat(report.root().orElseThrow().keys()).isEmpty();
        assertThat(report.users()).containsExactly(new Credentials("jane",
                Optional.of(Instant.parse("2021-02-10T17:45:00Z")), true, Optional.empty(),
                Optional.of(Instant.parse("2024-01-01T00:00:00Z")), false,
                List.of(new AccessKey(true, Optional.of(Instant.parse("2024-01-02T00:00:00Z")),
                        Optional.of(Instant.parse("2024-01-03T00:00:00Z"))))));
    }

    @Test
    void rows_areTheSame_withAnotherOrderMoreColumnsQuotesAndOtherCase() throws IOException {
        CredentialReport plain = rows(HEAD, ROOT, JANE);

        assertThat(rows(HEAD + ",additional_credentials_info", ROOT + ",x", JANE + ",\"a \"\"b\"\", c\nd\"\r\n"))
                .isEqualTo(plain);
        assertThat(rows("\uFEFFnew," + HEAD.toUpperCase(java.util.Locale.ROOT), "1," + ROOT.replace(",true,", ",TRUE,"),
                "2," + JANE.replace(",true,", ",True,").replace(",false,", ",FALSE,"))).isEqualTo(plain);
        assertThat(rows(HEAD, JANE, "", "\"" + ROOT.replace(",", "\",\"") + "\"", "")).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mfa_active | mfa           | the report has no column mfa_active
        mfa_active | user          | the report has the column user twice
        true,no_in | maybe,no_in   | password_enabled of record 2 is maybe
        2024-01-02 | 2024-13-02    | access_key_1_last_rotated of record 2 is 2024-13-02T00:00:00+00:00
        s3,false   | s3            | record 2 has 21 fields, not 22
        """)
    void rows_areRefused_whenTheyAreNotWhatAwsWrites(String what, String other, String message) {
        String text = String.join("\n", HEAD, ROOT, JANE).replace(what, other);

        assertThatThrownBy(() -> CredentialRows.read(new StringReader(text), MADE)).isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @Test
    void rows_areOfUsersAlone_withoutTheRootUser() throws IOException {
        assertThat(rows(HEAD, JANE).root()).isEmpty();
        assertThat(rows(HEAD, JANE).users()).hasSize(1);
    }

    @Test
    void rows_areRefused_whenTheyEndTooSoon() {
        assertThatThrownBy(() -> rows()).hasMessage("the report is empty");
        assertThatThrownBy(() -> rows(HEAD, "\"" + ROOT)).hasMessage("a quote is never closed");
    }

    /** Whatever stands there is a report or a refusal. */
    @Property(tries = 500)
    void rows_neverBreak(@ForAll String text) {
        for (String whole : List.of(text, HEAD + "\n" + text, HEAD + "\n" + ROOT + "\n" + text)) {
            try {
                assertThat(CredentialRows.read(new StringReader(whole), MADE).madeAt()).isEqualTo(MADE);
            } catch (IOException refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        }
    }

    @Test
    void rows_mayBeAMillion() throws IOException {
        CredentialReport report = CredentialRows.read(new ManyLines(1_000_000), MADE);

        assertThat(report.users()).hasSize(1_000_000);
        assertThat(report.users().getLast()).isEqualTo(report.users().getFirst());
    }

    /** A report on so many users, which is made while it is read. */
    private static final class ManyLines extends Reader {
        private StringReader part = new StringReader(HEAD + "\n" + ROOT + "\n");
        private int left;

        ManyLines(int lines) {
            left = lines;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int read = part.read(into, offset, length);
            if (read >= 0 || left == 0) {
                return read;
            }
            int lines = Math.min(left, 1000);
            left -= lines;
            part = new StringReader((BOT + "\n").repeat(lines));
            return part.read(into, offset, length);
        }

        @Override
        public void close() {
            part.close();
        }
    }

    @Test
    void report_isWaitedFor_whileAwsMakesIt() {
        generates();
        AtomicInteger asked = new AtomicInteger();
        clients.on(GetCredentialReportRequest.class, (request) -> {
            if (asked.incrementAndGet() < 3) {
                throw FakeClients.error(asked.get() == 1 ? "ReportNotPresent" : "ReportInProgress", "not yet");
            }
            return report(HEAD + "\n" + ROOT);
        });

        assertThat(read().found().orElseThrow().users()).isEmpty();
        assertThat(read().evidenceOrNone().observations()).extracting((observation) -> observation.operation())
                .containsExactly("GenerateCredentialReport", "GetCredentialReport");
    }

    @Test
    void report_isFailed_whenItIsNotReadyInTime() {
        generates();
        clients.failing(GetCredentialReportRequest.class, "ReportInProgress", "not yet");

        Reading<CredentialReport> reading = SurveyTest.survey(clients, Duration.ofMillis(150))
                .read(Fact.CREDENTIAL_REPORT);

        assertThat(reading).isInstanceOfSatisfying(Reading.Failed.class,
                (failed) -> assertThat(failed.problem().kind()).isEqualTo(Problem.Kind.TIMED_OUT));
    }

    @Test
    void report_ofSomebodyElse_isSeen_whenAskingForOneIsDenied() {
        clients.on(GetCredentialReportRequest.class, (request) -> report(HEAD + "\n" + ROOT));

        assertThat(read()).isInstanceOf(Reading.Seen.class);
    }

    @Test
    void report_isDenied_whenThereIsNoneAndAskingForOneIsDenied() {
        clients.failing(GetCredentialReportRequest.class, "ReportExpired", "old");

        assertThat(read()).isInstanceOfSatisfying(Reading.Denied.class,
                (denied) -> assertThat(denied.missing().action()).isEqualTo("iam:GenerateCredentialReport"));
    }

    @Test
    void report_isFailed_whenItIsNone() {
        generates();
        clients.on(GetCredentialReportRequest.class, (request) -> report("<html>"));

        assertThat(read()).isInstanceOfSatisfying(Reading.Failed.class, (failed) -> assertThat(failed.problem())
                .isEqualTo(new Problem(Problem.Kind.SERVICE, "iam:GetCredentialReport",
                        "the report has no column user")));
    }
}
