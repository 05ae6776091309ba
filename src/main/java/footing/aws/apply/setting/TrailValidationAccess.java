package footing.aws.apply.setting;

import footing.aws.FromSdk;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;

/** Whether a trail's log files can be proved unchanged. */
record TrailValidationAccess(CloudTrailClient cloudTrail, String arn) implements SettingAccess<Boolean> {

    @Override
    public Boolean read() {
        return FromSdk.flag(TrailSettings.describe(cloudTrail, arn).logFileValidationEnabled());
    }

    @Override
    public void write(Boolean before, Boolean after) {
        cloudTrail.updateTrail((request) -> request.name(arn).enableLogFileValidation(after));
    }
}
