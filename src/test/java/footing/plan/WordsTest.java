package footing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import footing.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"AWS::CloudTrail::Trail", "AWS::CloudWatch::Alarm", "AWS::IAM::Role",
        "AWS::Logs::LogGroup", "AWS::Logs::MetricFilter", "AWS::S3::Bucket", "AWS::S3::BucketPolicy",
        "AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "AWS::SNS::Subscription"})
    void everyResource_hasWords_forEveryChange(String type) {
        assertThat(Texts.of("plan").keys()).contains("change." + Words.slug(type) + ".create",
                "change." + Words.slug(type) + ".update", "change." + Words.slug(type) + ".remove",
                "change." + Words.slug(type) + ".let-go");
    }

    @ParameterizedTest
    @EnumSource(Remedy.Reason.class)
    void everyReason_hasWords(Remedy.Reason reason) {
        assertThat(Texts.of("plan").keys()).contains(Words.key(reason));
    }
}
