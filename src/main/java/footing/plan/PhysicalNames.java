package footing.plan;

import footing.account.AccountState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What the resources of one stack are called in the account. A template names them by logical ids; people know the
 * names, and what refers to a resource changes with its name.
 */
final class PhysicalNames {

    private static final String DEPENDS_ON = "DependsOn";

    private final AccountState account;
    private final Map<String, Change.StackResource> resources = new LinkedHashMap<>();

    PhysicalNames(AccountState account, List<Change.StackResource> resources) {
        this.account = account;
        resources.forEach((resource) -> this.resources.put(resource.logicalId(), resource));
    }

    /** A resource's body with names in place of references. */
    Value.Fields body(Change.StackResource resource) {
        SequencedMap<String, Value> named = new LinkedHashMap<>();
        ResourceBody.of(resource)
                .fields()
                .forEach((part, value) -> named.put(part, part.equals(DEPENDS_ON) ? waitedFor(value) : named(value)));
        return new Value.Fields(named);
    }

    private Value waitedFor(Value logicalIds) {
        return logicalIds instanceof Value.Items(List<Value> items)
                ? new Value.Items(items.stream()
                        .map((item) -> item instanceof Value.Text(String id)
                                ? find(id).<Value>map((one) -> Value.text(ResourceTypes.nameOf(one))).orElse(item)
                                : item)
                        .toList())
                : logicalIds;
    }

    private Value named(Value value) {
        return switch (value) {
            case Value.Ref(String logicalId) -> find(logicalId).map(this::reference).orElse(value);
            case Value.GetAtt(String logicalId, String attribute) ->
                find(logicalId).flatMap((resource) -> attribute(resource, attribute)).orElse(value);
            case Value.Items(List<Value> items) -> new Value.Items(items.stream().map(this::named).toList());
            case Value.Fields(SequencedMap<String, Value> fields) -> {
                SequencedMap<String, Value> named = new LinkedHashMap<>();
                fields.forEach((name, field) -> named.put(name, named(field)));
                yield new Value.Fields(named);
            }
            case Value.Text text -> text;
            case Value.Whole number -> number;
            case Value.Flag flag -> flag;
            case Value.Sub sub -> sub;
            case Value.Absent absent -> absent;
        };
    }

    private Optional<Change.StackResource> find(String logicalId) {
        return Optional.ofNullable(resources.get(logicalId));
    }

    private Value reference(Change.StackResource resource) {
        String name = ResourceTypes.nameOf(resource);
        return Value.text(resource.type().equals("AWS::SNS::Topic") ? arn(resource, "sns", name) : name);
    }

    private Optional<Value> attribute(Change.StackResource resource, String attribute) {
        String name = ResourceTypes.nameOf(resource);
        return Optional.of(attribute).filter("Arn"::equals).flatMap((arn) -> switch (resource.type()) {
            case "AWS::Logs::LogGroup" -> Optional.of(arn(resource, "logs", "log-group:" + name + ":*"));
            case "AWS::IAM::Role" -> Optional.of(account.arn("iam", "", "role/" + name));
            case "AWS::CloudTrail::Trail" -> Optional.of(arn(resource, "cloudtrail", "trail/" + name));
            case "AWS::S3::Bucket" -> Optional.of("arn:" + account.identity().partition().id() + ":s3:::" + name);
            default -> Optional.<String>empty();
        }).map(Value::text);
    }

    private String arn(Change.StackResource resource, String service, String named) {
        return account.arn(service, resource.stack().region(account.home()).id(), named);
    }
}
