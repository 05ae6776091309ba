package footing.aws.survey;

import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.ThreatDetector;
import footing.aws.FromSdk;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.Administrator;
import software.amazon.awssdk.services.guardduty.model.DetectorStatus;
import software.amazon.awssdk.services.guardduty.model.GetAdministratorAccountRequest;
import software.amazon.awssdk.services.guardduty.model.GetAdministratorAccountResponse;
import software.amazon.awssdk.services.guardduty.model.GetDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsRequest;

/** The detector of GuardDuty in every Region, and whether an organization manages it. */
final class DetectorReader {

    static final List<Reader<?>> READERS = List.of(Reader.of(Fact.THREAT_DETECTORS, DetectorReader::read,
            "guardduty:ListDetectors", "guardduty:GetDetector", "guardduty:GetAdministratorAccount"));

    private static final String MANAGED = "Enabled";

    private DetectorReader() {
    }

    private static Reading<Regional<Optional<ThreatDetector>>> read(Asking asking) {
        return Reading.seen(asking.inEachRegion(DetectorReader::read));
    }

    /** A Region has one at most, so that one page holds it. */
    private static Reading<Optional<ThreatDetector>> read(Asking asking, Region region) {
        return asking
                .ask(Ask.of(GuardDutyClient.class, region, "ListDetectors", ListDetectorsRequest.builder().build(),
                        GuardDutyClient::listDetectors)
                        .seeing((response) -> Values.of().and("DetectorIds", response.detectorIds().size()).map()))
                .flatMap((response) -> response.detectorIds()
                        .stream()
                        .findFirst()
                        .map((id) -> Reading.seen(Optional.of(detector(asking, region, id))))
                        .orElseGet(() -> Reading.seen(Optional.empty())));
    }

    /** Who manages it may be seen where the detector itself may not. */
    private static ThreatDetector detector(Asking asking, Region region, String id) {
        Asking.Meanwhile<Reading<Optional<String>>> administrator = asking
                .start((other) -> administrator(other, region, id));
        Reading<Boolean> enabled = asking
                .ask(Ask.of(GuardDutyClient.class, region, "GetDetector",
                        GetDetectorRequest.builder().detectorId(id).build(), GuardDutyClient::getDetector)
                        .seeing((response) -> Values.of().and("Status", response.statusAsString()).map()))
                .map((response) -> response.status() == DetectorStatus.ENABLED);
        return new ThreatDetector(id, enabled, administrator.get());
    }

    private static Reading<Optional<String>> administrator(Asking asking, Region region, String id) {
        return asking
                .ask(Ask.of(GuardDutyClient.class, region, "GetAdministratorAccount",
                        GetAdministratorAccountRequest.builder().detectorId(id).build(),
                        GuardDutyClient::getAdministratorAccount)
                        .seeing((response) -> Values.of().and("AccountId", account(response).orElse("none")).map()))
                .map(DetectorReader::account);
    }

    private static Optional<String> account(GetAdministratorAccountResponse response) {
        return Optional.<Administrator>ofNullable(response.administrator())
                .filter((told) -> FromSdk.text(told.relationshipStatus()).equals(MANAGED))
                .flatMap((told) -> FromSdk.some(told.accountId()));
    }
}
