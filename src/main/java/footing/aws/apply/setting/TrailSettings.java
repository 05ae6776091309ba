package footing.aws.apply.setting;

import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.TrailNotFoundException;

/** What the settings of an existing trail have in common. */
final class TrailSettings {

    private TrailSettings() {
    }

    /**
     * @throws TrailNotFoundException where the trail is gone
     */
    static Trail describe(CloudTrailClient cloudTrail, String arn) {
        return cloudTrail.describeTrails((request) -> request.trailNameList(arn).includeShadowTrails(false))
                .trailList()
                .stream()
                .filter((trail) -> arn.equals(trail.trailARN()))
                .findFirst()
                .orElseThrow(() -> TrailNotFoundException.builder().message("The trail is gone: " + arn).build());
    }
}
