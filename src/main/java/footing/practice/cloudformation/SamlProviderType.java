package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;

import software.amazon.awssdk.services.iam.IamClient;

/** {@code AWS::IAM::SAMLProvider}, without keys to decrypt assertions; its physical id is its ARN. */
final class SamlProviderType implements ResourceType {

    private static final String METADATA = "SamlMetadataDocument";

    private static final Shape.Fields PROPERTIES = fields(optional("Name", TEXT).replacing(),
            optional(METADATA, TEXT), optional("Tags", Shape.tags()));

    private static final Kind KIND = Kind.of("AWS::IAM::SAMLProvider", PROPERTIES)
            .giving("Arn")
            .namedBy("Name")
            .tagged(Tagging.STACK);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        return iam(request).createSAMLProvider((call) -> {
            call.name(request.named("Name")).tags(RoleType.tags(request.tags()));
            request.properties().text(METADATA).ifPresent(call::samlMetadataDocument);
        }).samlProviderArn();
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            IamClient iam = iam(request);
            request.properties()
                    .text(METADATA)
                    .filter((now) -> !request.before().get().text(METADATA).filter(now::equals).isPresent())
                    .ifPresent((now) -> iam.updateSAMLProvider((call) -> call.samlProviderArn(request.physicalId())
                            .samlMetadataDocument(now)));
            String arn = request.physicalId();
            request.retag((keys) -> iam.untagSAMLProvider((call) -> call.samlProviderArn(arn).tagKeys(keys)),
                    (tags) -> iam.tagSAMLProvider((call) -> call.samlProviderArn(arn).tags(RoleType.tags(tags))));
        }
    }

    @Override
    public void delete(Request request) {
        iam(request).deleteSAMLProvider((call) -> call.samlProviderArn(request.physicalId()));
    }

    private static IamClient iam(Request request) {
        return request.site().client(IamClient.class);
    }
}
