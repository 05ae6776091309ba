package footing.aws.apply.setting;

import footing.aws.FromSdk;
import software.amazon.awssdk.services.sns.SnsClient;

/** The policy of an existing topic, whole. A topic always has one. */
record TopicPolicyAccess(SnsClient sns, String topicArn) implements SettingAccess<String> {

    private static final String POLICY = "Policy";

    @Override
    public String read() {
        return FromSdk.text(
                sns.getTopicAttributes((request) -> request.topicArn(topicArn)).attributes().get(POLICY));
    }

    @Override
    public void write(String before, String after) {
        sns.setTopicAttributes((request) -> request.topicArn(topicArn)
                .attributeName(POLICY)
                .attributeValue(after));
    }
}
