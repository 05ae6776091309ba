package footing.aws.survey;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.ThreatDetector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.guardduty.model.GetAdministratorAccountRequest;
import software.amazon.awssdk.services.guardduty.model.GetAdministratorAccountResponse;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsRequest;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsResponse;

@Timeout(30)
class DetectorReaderTest {

    private static final Region HOME = new Region("eu-central-1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final FakeClients clients = SurveyTest.signedIn();

    private ThreatDetector detector() {
        SurveyOptions options = new SurveyOptions(HOME, List.of(HOME), Clock.fixed(NOON, ZoneOffset.UTC),
                Duration.ofSeconds(20)).with(Set.of(Fact.THREAT_DETECTORS));
        return Survey.run(clients, options, (event) -> {
        })
                .read(Fact.THREAT_DETECTORS)
                .flatMap((regions) -> regions.in(HOME))
                .found()
                .orElseThrow()
                .orElseThrow();
    }

    @Test
    void administrator_isSeen_whereTheDetectorItselfIsDenied() {
        clients.on(ListDetectorsRequest.class,
                (request) -> ListDetectorsResponse.builder().detectorIds("d").build());
        clients.on(GetAdministratorAccountRequest.class, (request) -> GetAdministratorAccountResponse.builder()
                .administrator((told) -> told.accountId("999999999999").relationshipStatus("Enabled"))
                .build());

        ThreatDetector detector = detector();

        assertThat(detector.enabled()).isInstanceOf(Reading.Denied.class);
        assertThat(detector.manager()).isEqualTo(Optional.of("999999999999"));
    }
}
