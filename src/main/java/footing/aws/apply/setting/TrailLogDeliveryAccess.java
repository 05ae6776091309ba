package footing.aws.apply.setting;

import footing.aws.FromSdk;
import footing.plan.Setting.TrailLogDelivery;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;

/** The log group that a trail writes to. CloudTrail wants {@code :*} behind its ARN; empty texts end the delivery. */
record TrailLogDeliveryAccess(CloudTrailClient cloudTrail, String arn)
        implements SettingAccess<Optional<TrailLogDelivery>> {

    @Override
    public Optional<TrailLogDelivery> read() {
        var trail = TrailSettings.describe(cloudTrail, arn);
        return FromSdk.some(trail.cloudWatchLogsLogGroupArn())
                .map((group) -> new TrailLogDelivery(FromSdk.logGroupArn(group),
                        FromSdk.text(trail.cloudWatchLogsRoleArn())));
    }

    @Override
    public void write(Optional<TrailLogDelivery> before, Optional<TrailLogDelivery> after) {
        cloudTrail.updateTrail((request) -> request.name(arn)
                .cloudWatchLogsLogGroupArn(after.map((delivery) -> delivery.logGroupArn() + ":*").orElse(""))
                .cloudWatchLogsRoleArn(after.map(TrailLogDelivery::roleArn).orElse("")));
    }
}
