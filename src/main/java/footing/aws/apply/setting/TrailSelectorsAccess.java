package footing.aws.apply.setting;

import footing.plan.Value;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;

/** The event selectors of a trail, whole. */
record TrailSelectorsAccess(CloudTrailClient cloudTrail, String arn) implements SettingAccess<Value.Fields> {

    @Override
    public Value.Fields read() {
        return SelectorValues.of(cloudTrail.getEventSelectors((request) -> request.trailName(arn)));
    }

    @Override
    public void write(Value.Fields before, Value.Fields after) {
        cloudTrail.putEventSelectors(SelectorValues.request(arn, after));
    }
}
