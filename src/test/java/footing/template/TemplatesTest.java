package footing.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.account.DeployedStack;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Plan;
import footing.plan.Remedy;
import footing.plan.ResourceTypes;
import footing.plan.Samples;
import footing.plan.Stack;
import footing.plan.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private static final String TOPIC = """
        Resources:
          SecurityTopic:
            Type: AWS::SNS::Topic
            Metadata: {'footing:item': security-notifications}
            Properties:
              TopicName: footing-security
              Tags: [{Key: 'footing:item', Value: security-notifications}]
        """;

    @Test
    void text_isReadableYaml_andTheSameEachTime() throws IOException {
        Plan plan = Plan.of(Samples.account(), Samples.remedies(), Map.of());

        String text = Templates.text(plan, Stack.SECURITY);

        Files.createDirectories(Path.of("target/templates"));
        Files.writeString(Path.of("target/templates/small-security.yaml"), text);
        assertThat(text).startsWith("""
            AWSTemplateFormatVersion: '2010-09-09'
            Description: Security baseline of this account, made by Footing. Change it there, not by hand.
            Resources:
              SecurityTopic:
                Type: AWS::SNS::Topic
                Metadata:
                  footing:item: security-notifications
                Properties:
                  TopicName: footing-security
                  Tags:
                  - Key: footing:item
                    Value: security-notifications
            """)
                .contains("TopicArn: !Ref 'SecurityTopic'\n", "- !GetAtt 'LogBucket.Arn'\n",
                        "- !Sub '${LogBucket.Arn}/*'\n", "DeletionPolicy: RetainExceptOnCreate\n",
                        "UpdateReplacePolicy: Retain\n", "DependsOn:\n    - LogBucketPolicy\n",
                        "aws:SecureTransport: 'false'\n", "Version: '2012-10-17'\n");
        assertThat(Templates.text(Plan.of(Samples.account(), Samples.remedies(), Map.of()), Stack.SECURITY))
                .isEqualTo(text);
    }

    @Test
    void text_isRefused_whenThePlanHasNothingForTheStack() {
        Plan plan = Plan.of(Samples.account(), Map.of(), Map.of());

        assertThatThrownBy(() -> Templates.text(plan, Stack.SECURITY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deployed_isWhatWasWritten_soThatASecondPlanIsEmpty() {
        Plan plan = Plan.of(Samples.account(), Samples.remedies(), Map.of());
        var account = Samples.account(Samples.stack("CREATE_COMPLETE", Templates.text(plan, Stack.SECURITY)));

        assertThat(Templates.deployed(account)).isEqualTo(plan.stacks());
        assertThat(Plan.of(account, Samples.remedies(), Templates.deployed(account)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS", "DELETE_COMPLETE"})
    void deployed_isNothing_whenTheStackHoldsNothing(String status) {
        assertThat(Templates.deployed(Samples.account(Samples.stack(status, TOPIC))))
                .containsEntry(Stack.SECURITY, List.of());
    }

    @Test
    void deployed_isEmpty_whenStacksWereNotSeen() {
        assertThat(Templates.deployed(Samples.blind())).isEmpty();
    }

    @Test
    void deployed_readsJsonAndLongForms() {
        String json = """
            {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {
              "SecurityTopic": {"Type": "AWS::SNS::Topic", "Metadata": {"footing:item": "security-notifications"},
                "Properties": {"DisplayName": {"Fn::Sub": "${AWS::Region}"},
                  "Tags": [{"Key": "footing:item", "Value": "security-notifications"}]}},
              "SecurityTopicPolicy": {"Type": "AWS::SNS::TopicPolicy", "DependsOn": "SecurityTopic",
                "Metadata": {"footing:item": "security-notifications"},
                "Properties": {"Topics": [{"Ref": "SecurityTopic"}],
                  "A": {"Fn::GetAtt": ["SecurityTopic", "TopicArn"]}, "B": {"Fn::GetAtt": "SecurityTopic.TopicArn"}}}}}
            """;

        assertThat(Templates.deployed(Samples.account(Samples.stack("CREATE_COMPLETE", json))).get(Stack.SECURITY))
                .containsExactly(
                        Samples.resource(ItemId.SECURITY_NOTIFICATIONS, "SecurityTopic", "AWS::SNS::Topic",
                                Value.fields("DisplayName", new Value.Sub("${AWS::Region}")), false),
                        new Change.StackResource(ItemId.SECURITY_NOTIFICATIONS, Stack.SECURITY,
                                "SecurityTopicPolicy", "AWS::SNS::TopicPolicy",
                                Value.fields("Topics", Value.items(new Value.Ref("SecurityTopic")))
                                        .with("A", new Value.GetAtt("SecurityTopic", "TopicArn"))
                                        .with("B", new Value.GetAtt("SecurityTopic", "TopicArn")),
                                false, Set.of("SecurityTopic")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not: [yaml", "- a list", "Resources: 3", "{}",
        "Resources: {Queue: {Type: 'AWS::SQS::Queue'}}",
        "Resources: {T: {Type: 'AWS::SNS::Topic'}}",
        "Resources: {T: {Type: 'AWS::SNS::TopicPolicy', Metadata: {'footing:item': nothing-known}}}",
        "Resources: {T: {Type: 'AWS::SNS::TopicPolicy', Condition: Prod, Metadata: {'footing:item': trail}}}",
        "Resources: {T: {Type: 'AWS::SNS::TopicPolicy', DeletionPolicy: Delete, Metadata: {'footing:item': trail}}}",
        "Resources: {T: {Type: 'AWS::SNS::TopicPolicy', DependsOn: [{a: b}], Metadata: {'footing:item': trail}}}",
        "Resources: {T: {Type: 'AWS::SNS::TopicPolicy', DependsOn: Gone, Metadata: {'footing:item': trail}}}",
        "Resources: {T: {Type: 'AWS::SNS::TopicPolicy', Metadata: {'footing:item': trail}, Properties: {A: !Ref T}}}",
        "Resources: {T: {Type: 'AWS::SNS::TopicPolicy', Metadata: {'footing:item': trail}, Properties: {A: 1.5}}}",
        "Resources: {T: {Type: 'AWS::SNS::TopicPolicy', Metadata: {'footing:item': trail}, Properties: {A: null}}}",
        "Resources: {T: {Type: 'AWS::SNS::TopicPolicy', Metadata: {'footing:item': trail}, Properties: {A: !If [x, y]}}}",
        "Resources: {T: {Type: 'AWS::SNS::TopicPolicy', Metadata: {'footing:item': trail}, Properties: {A: {'Fn::Join': ['', []]}}}}",
        "Resources: {T: {Type: 'AWS::SNS::TopicPolicy', Metadata: {'footing:item': trail}, Properties: {A: 99999999999999999999}}}",
        "Resources: {T: {Type: 'AWS::SNS::TopicPolicy', Metadata: {'footing:item': trail}, Properties: &a {A: *a}}}",
        "Resources: {T: {Type: 'AWS::SNS::Topic', Metadata: {'footing:item': trail}, Properties: {Tags: x}}}",
        "Resources: {T: {Type: 'AWS::SNS::Topic', Metadata: {'footing:item': trail}, Properties: {Tags: []}}}",
        "Parameters: {P: {Type: String}}\nResources: {}", "Resources: {}\nResources: {}", "Resources: {? [a] : b}",
        "\u0000", "%YAML 9"})
    void deployed_lacksTheStack_andSaysWhy_whenItHoldsWhatFootingDidNotWrite(String template) {
        DeployedStack stack = Samples.stack("UPDATE_COMPLETE", template);

        assertThat(Templates.deployed(Samples.account(stack))).isEmpty();
        assertThat(Templates.unreadable(Stack.SECURITY, stack)).hasValueSatisfying(
                (why) -> assertThat(why).isNotBlank());
    }

    @Test
    void deployed_stopsAtAliasesThatMultiply() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(Templates.unreadable(Stack.SECURITY, Samples.stack("CREATE_COMPLETE", text.toString())))
                .isPresent();
    }

    @Property(tries = 300)
    void deployed_isWhatWasWritten_whateverTheResources(@ForAll("resources") List<Change.StackResource> resources) {
        Plan plan = Plan.of(Samples.account(),
                Map.of(ItemId.TRAIL, Remedy.of(resources.toArray(Change[]::new))), Map.of());
        String text = Templates.text(plan, Stack.SECURITY);
        DeployedStack stack = Samples.stack("CREATE_COMPLETE", text);

        assertThat(Templates.unreadable(Stack.SECURITY, stack)).isEmpty();
        assertThat(Templates.deployed(Samples.account(stack))).isEqualTo(plan.stacks());
    }

    @Provide
    Arbitrary<List<Change.StackResource>> resources() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40).excludeChars('\u0000'),
                Arbitraries.of("yes", "no", "null", "~", "2012-10-17", "012", "1e3", "0x1f", "true", ": a", "a: b",
                        "#x",
                        "{$.a=\"b\" && $.c != 'd'}", "a\nb", " a ", "", "*", "&a", "!x", "- a", "é\u2028\u0085", "=",
                        "<<", "12:30:45", "a ", "1_000"));
        Arbitrary<Value> leaf = Arbitraries.oneOf(text.map(Value::text), Arbitraries.longs().map(Value::number),
                Arbitraries.of(true, false).map(Value::flag),
                text.map((any) -> new Value.Sub(any.replace("${", "$ {") + "${R0}")),
                Arbitraries.of(new Value.Ref("R0"), new Value.Ref("AWS::Region"), new Value.GetAtt("R0", "A.B")));
        Arbitrary<Value> value = Arbitraries.recursive(() -> leaf, TemplatesTest::nested, 0, 3);
        Arbitrary<String> name = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        Arbitrary<Value.Fields> properties = Arbitraries
                .maps(name.filter((one) -> !one.equals("Tags")), value)
                .ofMinSize(1)
                .ofMaxSize(4)
                .map((map) -> Value.fields(new LinkedHashMap<>(map)));
        Arbitrary<Change.StackResource> resource = Combinators
                .combine(properties, Arbitraries.of(ResourceTypes.all()), Arbitraries.of(true, false),
                        Arbitraries.of(Set.of(), Set.of("R0")))
                .as((fields, type, keep, after) -> new Change.StackResource(ItemId.TRAIL, Stack.SECURITY, "", type,
                        fields, keep, after.stream()
                                .map(String.class::cast)
                                .collect(
                                        java.util.stream.Collectors.toSet())));
        return resource.list().ofMinSize(1).ofMaxSize(4).map((list) -> {
            List<Change.StackResource> named = new java.util.ArrayList<>();
            named.add(Samples.resource(ItemId.TRAIL, "R0", "AWS::SNS::Topic", Value.none(), false));
            for (int i = 0; i < list.size(); i++) {
                Change.StackResource one = list.get(i);
                named.add(new Change.StackResource(one.item(), one.stack(), "R" + (i + 1), one.type(),
                        one.properties(), one.keep(), one.after()));
            }
            return named;
        });
    }

    private static Arbitrary<Value> nested(Arbitrary<Value> inner) {
        return Arbitraries.oneOf(inner, inner.list().ofMaxSize(3).map(Value.Items::new),
                Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(4).ofMaxLength(6), inner)
                        .ofMaxSize(3)
                        .map((map) -> Value.fields(new LinkedHashMap<>(map))));
    }
}
