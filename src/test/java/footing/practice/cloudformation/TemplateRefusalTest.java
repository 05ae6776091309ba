package footing.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

class TemplateRefusalTest {

    private final CloudFormationClient cloudFormation = Deploying.fresh().cloudFormation;

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("", "Template format error: unsupported structure."),
                Arguments.of("just text", "Template format error: unsupported structure."),
                Arguments.of("Resources: [", "Template format error: YAML not well-formed. (line 1, column 13)"),
                Arguments.of("{\"Resources\": {,", "Template format error: JSON not well-formed. (line 1, column 16)"),
                Arguments.of("Resources: {}", "Template format error: At least one Resources member must be defined."),
                Arguments.of("AWSTemplateFormatVersion: 2010-09-10\nResources: {T: {Type: 'AWS::SNS::Topic'}}",
                        "Template format error: unsupported value for AWSTemplateFormatVersion."),
                Arguments.of("Ressources: {}", "Invalid template property or properties [Ressources]"),
                Arguments.of("Conditions: {}\nResources: {T: {Type: 'AWS::SNS::Topic'}}",
                        "Template format error: The practice account does not interpret the section Conditions"),
                Arguments.of("Resources: {a-b: {Type: 'AWS::SNS::Topic'}}",
                        "Template format error: Resource name a-b is non alphanumeric."),
                Arguments.of("Resources: {T: {Properties: {}}}",
                        "Template format error: [/Resources/T] Every Resources object must contain a Type member."),
                Arguments.of("Resources: {T: {Type: 'AWS::SNS::Topic', Tpye: 1}}",
                        "Invalid template resource property 'Tpye'"),
                Arguments.of("Resources: {T: {Type: 'AWS::SNS::Topic', Properties: {TopicName: }}}",
                        "Template format error: [/Resources/T/Properties/TopicName] 'null' values are not allowed in "
                                + "templates"),
                Arguments.of("Resources: {T: {Type: 'AWS::EC2::Instance'}, U: {Type: 'AWS::SQS::Queue'}}",
                        "Template format error: Unrecognized resource types: [AWS::EC2::Instance, AWS::SQS::Queue]"),
                Arguments.of("Resources: {T: {Type: 'AWS::SNS::Topic', DeletionPolicy: Keep}}",
                        "Template format error: [/Resources/T] Unrecognized DeletionPolicy Keep"),
                Arguments.of("Resources: {T: {Type: 'AWS::SNS::Topic', UpdateReplacePolicy: RetainExceptOnCreate}}",
                        "Template format error: [/Resources/T] Unrecognized UpdateReplacePolicy RetainExceptOnCreate"),
                Arguments.of("Resources: {T: {Type: 'AWS::SNS::Topic', DependsOn: X}}",
                        "Template format error: Unresolved resource dependencies [X] in the Resources block of the "
                                + "template"),
                Arguments.of(topic("TopicName: !Ref Nobody"),
                        "Template format error: Unresolved resource dependencies [Nobody] in the Resources block of "
                                + "the template"),
                Arguments.of(topic("TopicName: !Ref AWS::Weather"),
                        "Template format error: Unresolved resource dependencies [AWS::Weather] in the Resources block "
                                + "of the template"),
                Arguments.of(topic("TopicName: !Sub '${Nobody.Arn}'"),
                        "Template format error: Unresolved resource dependencies [Nobody] in the Resources block of "
                                + "the template"),
                Arguments.of(topic("TopicName: !GetAtt Nobody.Arn"),
                        "Template error: instance of Fn::GetAtt references undefined resource Nobody"),
                Arguments.of(topic("DisplayName: a").replace("T:", "U: {Type: 'AWS::Logs::LogGroup', Properties: "
                        + "{LogGroupName: !GetAtt T.Colour}}\n  T:"),
                        "Template error: resource T does not support attribute type Colour in Fn::GetAtt"),
                Arguments.of(topic("TopicName: {'Fn::Base64': a}"),
                        "Template error: Encountered unsupported function: Fn::Base64 Supported functions are: "
                                + "[Fn::GetAtt, Fn::Join, Fn::Select, Fn::Split, Fn::Sub, Ref]"),
                Arguments.of(topic("TopicName: !ImportValue a"),
                        "Template error: Encountered unsupported function: Fn::ImportValue Supported functions are: "
                                + "[Fn::GetAtt, Fn::Join, Fn::Select, Fn::Split, Fn::Sub, Ref]"),
                Arguments.of(topic("TopicName: !Sub 'a-${not a name}'"),
                        "Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, "
                                + "underscores, periods, and colons"),
                Arguments.of(topic("TopicName: !Select [0]"),
                        "Template error: Fn::Select requires a list argument with two elements: an integer index and "
                                + "a list"),
                Arguments.of(topic("TopicName: &a b\n      DisplayName: *a"),
                        "Template format error: YAML aliases are not allowed in CloudFormation templates"),
                Arguments.of(topic("TopicNames: a"), "Encountered unsupported property TopicNames"),
                Arguments.of(topic("Tags: [{Key: a, Value: b, Colour: c}]"), "Encountered unsupported property Colour"),
                Arguments.of(topic("Tags: [{Key: a}]"), "Properties validation failed for resource T with message:\n"
                        + "#/Tags/0: required key [Value] not found"),
                Arguments.of(topic("TopicName: [a]"), "Properties validation failed for resource T with message:\n"
                        + "#/TopicName: expected type: String, found: JSONArray"),
                Arguments.of("Resources: {G: {Type: 'AWS::Logs::LogGroup', Properties: {RetentionInDays: soon}}}",
                        "Properties validation failed for resource G with message:\n"
                                + "#/RetentionInDays: expected type: Integer, found: String"),
                Arguments.of("Resources: {T: {Type: 'AWS::CloudTrail::Trail', Properties: {S3BucketName: a}}}",
                        "Properties validation failed for resource T with message:\n"
                                + "#: required key [IsLogging] not found"),
                Arguments.of("""
                    Resources:
                      A: {Type: 'AWS::SNS::Topic', DependsOn: B}
                      B: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Sub 'x${C.TopicName}'}}
                      C: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Ref A}}
                    """, "Circular dependency between resources: [A, B, C]"),
                Arguments.of("Parameters: {Name: {Type: String}, Colour: {Type: 'AWS::SSM::Parameter::Name'}}\n"
                        + topic("TopicName: !Ref Name"),
                        "Template format error: Unrecognized parameter type: AWS::SSM::Parameter::Name"),
                Arguments.of("Resources:\n" + IntStream.range(0, 501)
                        .mapToObj((n) -> "  T" + n
                                + ": {Type: 'AWS::SNS::Topic'}\n")
                        .collect(Collectors.joining()),
                        "Template format error: Number of resources, 501, is greater than maximum allowed, 500"),
                Arguments.of("Description: " + "x".repeat(51_200),
                        "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member "
                                + "must have length less than or equal to 51200"),
                Arguments.of("Resources: " + "[".repeat(200), "Template format error: Template is nested too deeply"));
    }

    private static String topic(String property) {
        return "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      " + property + "\n";
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void template_isRefused_whenItIsNotAsCloudFormationWantsIt(String template, String message) {
        assertThatThrownBy(() -> cloudFormation.validateTemplate((call) -> call.templateBody(template)))
                .isInstanceOfSatisfying(CloudFormationException.class, (refusal) -> {
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                    assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
                    assertThat(refusal.statusCode()).isEqualTo(400);
                });
    }

    @Test
    void template_isTheSame_inYamlAndInJsonAndInLongFunctions() {
        String yaml = """
            Resources:
              T:
                Type: AWS::SNS::Topic
                Properties: {TopicName: !Join ['-', [a, !Select [1, !Split ['/', !Sub 'x/${AWS::Region}']]]]}
              G:
                Type: AWS::Logs::LogGroup
                Properties: {LogGroupName: !GetAtt T.TopicName, RetentionInDays: "30"}
            """;
        String json = """
            {"Resources": {
              "T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Fn::Join": ["-", ["a",
                {"Fn::Select": [1, {"Fn::Split": ["/", {"Fn::Sub": "x/${AWS::Region}"}]}]}]]}}},
              "G": {"Type": "AWS::Logs::LogGroup", "Properties": {
                "LogGroupName": {"Fn::GetAtt": ["T", "TopicName"]}, "RetentionInDays": "30"}}}}
            """;

        assertThat(TemplateText.read(yaml)).isEqualTo(TemplateText.read(json));
    }
}
