package footing.practice.service;

import footing.practice.PracticeAccount;
import footing.practice.call.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What a call is about, as policies name it.
 *
 * @param arn its ARN; {@code *} where the action is about nothing in particular
 * @param tags the tags that it has, as far as policies here ask for them
 */
record Subject(String arn, Map<String, String> tags) {

    private static final Subject NOTHING = new Subject("*", Map.of());

    /**
     * A member of a request that names a thing.
     *
     * @param arn the thing's ARN: partition, Region, account and name are put in
     */
    private record Named(String member, String arn) {
    }

    /** By service. Source: the resource types of the Service Authorization Reference. */
    private static final Map<String, List<Named>> NAMED = Map.of(
            "cloudformation", List.of(new Named("StackName", "arn:%1$s:cloudformation:%2$s:%3$s:stack/%4$s/*")),
            "cloudtrail", List.of(new Named("Name", "arn:%1$s:cloudtrail:%2$s:%3$s:trail/%4$s"),
                    new Named("TrailName", "arn:%1$s:cloudtrail:%2$s:%3$s:trail/%4$s")),
            "cloudwatch", List.of(new Named("AlarmName", "arn:%1$s:cloudwatch:%2$s:%3$s:alarm:%4$s")),
            "events", List.of(new Named("Rule", "arn:%1$s:events:%2$s:%3$s:rule/%4$s"),
                    new Named("Name", "arn:%1$s:events:%2$s:%3$s:rule/%4$s")),
            "iam", List.of(new Named("RoleName", "arn:%1$s:iam::%3$s:role/%4$s"),
                    new Named("UserName", "arn:%1$s:iam::%3$s:user/%4$s"),
                    new Named("GroupName", "arn:%1$s:iam::%3$s:group/%4$s"),
                    new Named("AWSServiceName", "arn:%1$s:iam::%3$s:role/aws-service-role/%4$s/*"),
                    new Named("SAMLProviderArn", "%4$s"), new Named("OpenIDConnectProviderArn", "%4$s"),
                    new Named("Name", "arn:%1$s:iam::%3$s:saml-provider/%4$s"),
                    new Named("Url", "arn:%1$s:iam::%3$s:oidc-provider/%4$s")),
            "logs", List.of(new Named("logGroupName", "arn:%1$s:logs:%2$s:%3$s:log-group:%4$s")),
            "s3", List.of(new Named("Bucket", "arn:%1$s:s3:::%4$s")),
            "sns", List.of(new Named("TopicArn", "arn:%1$s:sns:%2$s:%3$s:%4$s"),
                    new Named("SubscriptionArn", "arn:%1$s:sns:%2$s:%3$s:%4$s"),
                    new Named("Name", "arn:%1$s:sns:%2$s:%3$s:%4$s")));

    static Subject of(PracticeAccount account, Call call) {
        if (call.service().equals("config")) {
            return rule(account, call);
        }
        return NAMED.getOrDefault(call.service(), List.of())
                .stream()
                .flatMap((named) -> text(call.request(), named.member()).map((name) -> arn(account, call, named, name))
                        .stream())
                .findFirst()
                .map((arn) -> new Subject(arn, Map.of()))
                .orElse(NOTHING);
    }

    private static String arn(PracticeAccount account, Call call, Named named, String name) {
        if (named.member().equals("RoleName") && account.iam().roles().has(name)) {
            return account.iam().roles().find(name).orElseThrow().role().arn();
        }
        return name.startsWith("arn:")
                ? name
                : named.arn()
                        .formatted(call.region().partition().id(), call.region().id(), account.id(),
                                name.replaceFirst("^https://", ""));
    }

    /** A rule of AWS Config, whose tags tell whose it is. */
    private static Subject rule(PracticeAccount account, Call call) {
        Optional<String> name = text(call.request(), "ConfigRuleName")
                .or(() -> member(call.request(), "ConfigRule").filter(SdkPojo.class::isInstance)
                        .flatMap((rule) -> text((SdkPojo) rule, "ConfigRuleName")));
        return account.config()
                .rules()
                .all()
                .stream()
                .filter((rule) -> rule.region().equals(call.region().id())
                        && name.equals(Optional.of(rule.rule().configRuleName())))
                .findFirst()
                .map((rule) -> new Subject(rule.rule().configRuleArn(), rule.tags()))
                .orElse(NOTHING);
    }

    /** The service that a role is to be made for, where a call asks for one. */
    static Optional<String> roleOf(Call call) {
        return text(call.request(), "AWSServiceName");
    }

    private static Optional<String> text(SdkPojo request, String member) {
        return member(request, member).filter(String.class::isInstance).map(String.class::cast);
    }

    private static Optional<Object> member(SdkPojo request, String member) {
        return request.sdkFields()
                .stream()
                .filter((field) -> field.memberName().equals(member))
                .findFirst()
                .flatMap((SdkField<?> field) -> Optional.ofNullable(field.getValueOrDefault(request)));
    }
}
