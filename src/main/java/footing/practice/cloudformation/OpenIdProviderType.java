package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;

/** {@code AWS::IAM::OIDCProvider}; its physical id is its ARN. */
final class OpenIdProviderType implements ResourceType {

    private static final String CLIENTS = "ClientIdList";
    private static final String THUMBPRINTS = "ThumbprintList";

    private static final Shape.Fields PROPERTIES = fields(required("Url", TEXT).replacing(),
            optional(CLIENTS, Shape.listOf(TEXT)), optional(THUMBPRINTS, Shape.listOf(TEXT)),
            optional("Tags", Shape.tags()));

    private static final Kind KIND = Kind.of("AWS::IAM::OIDCProvider", PROPERTIES)
            .giving("Arn")
            .namedBy("Url")
            .tagged(Tagging.STACK);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        return iam(request).createOpenIDConnectProvider((call) -> call.url(request.properties().needed("Url"))
                .clientIDList(request.properties().texts(CLIENTS))
                .thumbprintList(request.properties().texts(THUMBPRINTS))
                .tags(RoleType.tags(request.tags()))).openIDConnectProviderArn();
    }

    @Override
    public void configure(Request request) {
        request.before().ifPresent((before) -> {
            IamClient iam = iam(request);
            String arn = request.physicalId();
            List<String> was = before.texts(CLIENTS);
            List<String> now = request.properties().texts(CLIENTS);
            now.stream()
                    .filter((client) -> !was.contains(client))
                    .forEach((client) -> iam.addClientIDToOpenIDConnectProvider(
                            (call) -> call.openIDConnectProviderArn(arn).clientID(client)));
            was.stream()
                    .filter((client) -> !now.contains(client))
                    .forEach((client) -> iam.removeClientIDFromOpenIDConnectProvider(
                            (call) -> call.openIDConnectProviderArn(arn).clientID(client)));
            if (!before.texts(THUMBPRINTS).equals(request.properties().texts(THUMBPRINTS))) {
                iam.updateOpenIDConnectProviderThumbprint((call) -> call.openIDConnectProviderArn(arn)
                        .thumbprintList(request.properties().texts(THUMBPRINTS)));
            }
            request.retag((keys) -> iam.untagOpenIDConnectProvider(
                    (call) -> call.openIDConnectProviderArn(arn).tagKeys(keys)),
                    (tags) -> iam.tagOpenIDConnectProvider(
                            (call) -> call.openIDConnectProviderArn(arn).tags(RoleType.tags(tags))));
        });
    }

    @Override
    public void delete(Request request) {
        iam(request).deleteOpenIDConnectProvider((call) -> call.openIDConnectProviderArn(request.physicalId()));
    }

    private static IamClient iam(Request request) {
        return request.site().client(IamClient.class);
    }
}
