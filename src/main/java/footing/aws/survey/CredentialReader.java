package footing.aws.survey;

import footing.account.CredentialReport;
import footing.account.Fact;
import footing.account.Problem;
import footing.account.Reading;
import footing.aws.Told;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;

/**
 * The credential report. AWS makes it when asked, at most every four hours, and takes seconds to; who may not ask for
 * it sees the one that somebody else asked for.
 */
final class CredentialReader {

    private static final String GENERATE = "GenerateCredentialReport";
    private static final String GET = "GetCredentialReport";

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.CREDENTIAL_REPORT, CredentialReader::report, "iam:" + GENERATE, "iam:" + GET));

    private static final Absent IN_PROGRESS = Absent.on("ReportInProgress");
    private static final Absent NOT_PRESENT = Absent.on("ReportNotPresent");
    private static final Absent EXPIRED = Absent.on("ReportExpired");

    private CredentialReader() {
    }

    private static Reading<CredentialReport> report(Asking asking) {
        Reading<GenerateCredentialReportResponse> begun = asking.ask(Ask
                .of(IamClient.class, asking.home(), GENERATE, GenerateCredentialReportRequest.builder().build(),
                        IamClient::generateCredentialReport)
                .seeing((response) -> Values.of().and("State", response.stateAsString()).map()));
        Ask<IamClient, GetCredentialReportRequest, GetCredentialReportResponse> get = Ask
                .of(IamClient.class, asking.home(), GET, GetCredentialReportRequest.builder().build(),
                        IamClient::getCredentialReport)
                .seeing((response) -> Values.of().and("GeneratedTime", response.generatedTime()).map());
        if (begun instanceof Reading.Seen<GenerateCredentialReportResponse>) {
            return begun.flatMap((asked) -> asking.await(get, IN_PROGRESS, NOT_PRESENT, EXPIRED))
                    .flatMap(CredentialReader::parsed);
        }
        Reading<Optional<GetCredentialReportResponse>> older = asking.askUnless(get, IN_PROGRESS, NOT_PRESENT,
                EXPIRED);
        return older.found().flatMap((response) -> response).isPresent()
                ? older.flatMap((response) -> parsed(response.orElseThrow()))
                : begun.flatMap((never) -> older.flatMap((response) -> parsed(response.orElseThrow())));
    }

    private static Reading<CredentialReport> parsed(GetCredentialReportResponse told) {
        SdkBytes content = Optional.ofNullable(told.content()).orElseGet(() -> SdkBytes.fromUtf8String(""));
        Instant madeAt = Optional.ofNullable(told.generatedTime()).orElse(Instant.EPOCH);
        try (InputStreamReader text = new InputStreamReader(content.asInputStream(), StandardCharsets.UTF_8)) {
            return Reading.seen(CredentialRows.read(text, madeAt));
        } catch (IOException notAReport) {
            return new Reading.Failed<>(new Problem(Problem.Kind.SERVICE, "iam:" + GET,
                    Told.of(String.valueOf(notAReport.getMessage()))));
        }
    }
}
