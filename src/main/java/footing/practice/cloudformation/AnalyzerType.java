package footing.practice.cloudformation;

import static footing.practice.cloudformation.Shape.Plain.TEXT;
import static footing.practice.cloudformation.Shape.Plain.WHOLE;
import static footing.practice.cloudformation.Shape.fields;
import static footing.practice.cloudformation.Shape.optional;
import static footing.practice.cloudformation.Shape.required;

import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;

/** {@code AWS::AccessAnalyzer::Analyzer}; its physical id is its ARN. */
final class AnalyzerType implements ResourceType {

    private static final Shape.Fields PROPERTIES = fields(optional("AnalyzerName", TEXT).replacing(),
            required("Type", TEXT).replacing(),
            // The number of days cannot be changed; what else the configuration takes is not known here.
            optional("AnalyzerConfiguration",
                    fields(optional("UnusedAccessConfiguration", fields(optional("UnusedAccessAge", WHOLE)))))
                    .replacing(),
            optional("Tags", Shape.tags()));

    private static final Kind KIND = Kind.of("AWS::AccessAnalyzer::Analyzer", PROPERTIES)
            .giving("Arn")
            .namedBy("AnalyzerName")
            .tagged(Tagging.STACK);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String make(Request request) {
        return analyzers(request).createAnalyzer((call) -> {
            call.analyzerName(request.named("AnalyzerName"))
                    .type(request.properties().needed("Type"))
                    .tags(request.tags());
            request.properties()
                    .part("AnalyzerConfiguration")
                    .flatMap((all) -> all.part("UnusedAccessConfiguration"))
                    .ifPresent((unused) -> call.configuration((of) -> of.unusedAccess((part) -> unused
                            .whole("UnusedAccessAge")
                            .ifPresent(part::unusedAccessAge))));
        }).arn();
    }

    @Override
    public void configure(Request request) {
        if (request.before().isPresent()) {
            AccessAnalyzerClient analyzers = analyzers(request);
            String arn = request.physicalId();
            request.retag((keys) -> analyzers.untagResource((call) -> call.resourceArn(arn).tagKeys(keys)),
                    (tags) -> analyzers.tagResource((call) -> call.resourceArn(arn).tags(tags)));
        }
    }

    @Override
    public void delete(Request request) {
        String arn = request.physicalId();
        analyzers(request).deleteAnalyzer((call) -> call.analyzerName(arn.substring(arn.lastIndexOf('/') + 1)));
    }

    private static AccessAnalyzerClient analyzers(Request request) {
        return request.site().client(AccessAnalyzerClient.class);
    }
}
