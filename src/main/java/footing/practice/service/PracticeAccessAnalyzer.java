package footing.practice.service;

import footing.practice.Table;
import footing.practice.call.Errors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerConfiguration;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerStatus;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ConflictException;
import software.amazon.awssdk.services.accessanalyzer.model.CreateAnalyzerRequest;
import software.amazon.awssdk.services.accessanalyzer.model.CreateAnalyzerResponse;
import software.amazon.awssdk.services.accessanalyzer.model.DeleteAnalyzerRequest;
import software.amazon.awssdk.services.accessanalyzer.model.DeleteAnalyzerResponse;
import software.amazon.awssdk.services.accessanalyzer.model.GetAnalyzerRequest;
import software.amazon.awssdk.services.accessanalyzer.model.GetAnalyzerResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;
import software.amazon.awssdk.services.accessanalyzer.model.ResourceNotFoundException;
import software.amazon.awssdk.services.accessanalyzer.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.accessanalyzer.model.TagResourceRequest;
import software.amazon.awssdk.services.accessanalyzer.model.TagResourceResponse;
import software.amazon.awssdk.services.accessanalyzer.model.Type;
import software.amazon.awssdk.services.accessanalyzer.model.UntagResourceRequest;
import software.amazon.awssdk.services.accessanalyzer.model.UntagResourceResponse;
import software.amazon.awssdk.services.accessanalyzer.model.UnusedAccessConfiguration;
import software.amazon.awssdk.services.accessanalyzer.model.ValidationException;

/** IAM Access Analyzer: the analyzers of a Region, each active as soon as it is made. */
public final class PracticeAccessAnalyzer implements AccessAnalyzerClient {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,254}");
    private static final String SERVICE = "AccessAnalyzer";
    private static final int PAGE = 100;
    private static final int UNUSED_DAYS = 90;
    private static final int MOST_UNUSED_DAYS = 365;

    private final Here here;

    public PracticeAccessAnalyzer(Here here) {
        this.here = here;
    }

    @Override
    public ListAnalyzersResponse listAnalyzers(ListAnalyzersRequest request) {
        List<AnalyzerSummary> analyzers = inRegion(here.account().access().analyzers())
                .filter((analyzer) -> request.type() == null || analyzer.type() == request.type())
                .toList();
        Page<AnalyzerSummary> page = Page.of(analyzers, request.nextToken(),
                Optional.ofNullable(request.maxResults()).orElse(PAGE), () -> invalid("Invalid next token"));
        return ListAnalyzersResponse.builder().analyzers(page.items()).nextToken(page.next()).build();
    }

    @Override
    public GetAnalyzerResponse getAnalyzer(GetAnalyzerRequest request) {
        return GetAnalyzerResponse.builder().analyzer(find(request.analyzerName())).build();
    }

    @Override
    public CreateAnalyzerResponse createAnalyzer(CreateAnalyzerRequest request) {
        Optional<AnalyzerConfiguration> configuration = configuration(request);
        String name = Optional.ofNullable(request.analyzerName())
                .filter((given) -> NAME.matcher(given).matches())
                .orElseThrow(() -> invalid("analyzerName must satisfy regular expression pattern: " + NAME.pattern()));
        String arn = arn(name);
        AnalyzerSummary analyzer = AnalyzerSummary.builder()
                .arn(arn)
                .name(name)
                .type(request.type())
                .status(AnalyzerStatus.ACTIVE)
                .createdAt(here.now())
                .tags(request.hasTags() ? request.tags() : Map.of())
                .configuration(configuration.orElse(null))
                .build();
        here.update((account) -> {
            Table<AnalyzerSummary> there = account.access().analyzers();
            if (there.has(arn)) {
                throw Errors.named(ConflictException.builder(), SERVICE, 409, "Analyzer already exists: " + name);
            }
            if (inRegion(there).anyMatch((other) -> other.type() == request.type())) {
                throw Errors.named(ServiceQuotaExceededException.builder(), SERVICE, 402,
                        "You have reached the maximum number of analyzers of type %s: 1".formatted(request.type()));
            }
            return account.withAccess((access) -> access.withAnalyzers((all) -> all.with(arn, analyzer)));
        });
        return CreateAnalyzerResponse.builder().arn(arn).build();
    }

    /** What an analyzer of the account may be told: of unused access, after how many days it is unused. */
    private static Optional<AnalyzerConfiguration> configuration(CreateAnalyzerRequest request) {
        Optional<AnalyzerConfiguration> asked = Optional.ofNullable(request.configuration());
        if (request.type() == Type.ACCOUNT_UNUSED_ACCESS) {
            int days = asked.map(AnalyzerConfiguration::unusedAccess)
                    .map(UnusedAccessConfiguration::unusedAccessAge)
                    .orElse(UNUSED_DAYS);
            if (days < 1 || days > MOST_UNUSED_DAYS) {
                throw invalid("unusedAccessAge must be between 1 and " + MOST_UNUSED_DAYS);
            }
            return Optional.of(AnalyzerConfiguration.fromUnusedAccess((of) -> of.unusedAccessAge(days)));
        }
        if (request.type() != Type.ACCOUNT) {
            throw new UnsupportedOperationException("Analyzers of an organization, and of internal access");
        }
        asked.ifPresent((any) -> {
            throw invalid("Configuration is not supported for analyzers of type ACCOUNT");
        });
        return asked;
    }

    @Override
    public DeleteAnalyzerResponse deleteAnalyzer(DeleteAnalyzerRequest request) {
        AnalyzerSummary there = find(request.analyzerName());
        here.update((account) -> account
                .withAccess((access) -> access.withAnalyzers((all) -> all.without(there.arn()))));
        return DeleteAnalyzerResponse.builder().build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        change(request.resourceArn(), (old) -> Tags.with(old, request.tags()));
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        change(request.resourceArn(), (old) -> Tags.without(old, request.tagKeys()));
        return UntagResourceResponse.builder().build();
    }

    private void change(String arn, UnaryOperator<Map<String, String>> tags) {
        here.update((account) -> account.withAccess((access) -> access.withAnalyzers((all) -> all.changed(arn,
                (old) -> old.toBuilder().tags(tags.apply(old.tags())).build(), () -> missing(arn)))));
    }

    private AnalyzerSummary find(@Nullable String name) {
        return here.account()
                .access()
                .analyzers()
                .find(arn(String.valueOf(name)))
                .orElseThrow(() -> missing(String.valueOf(name)));
    }

    private Stream<AnalyzerSummary> inRegion(Table<AnalyzerSummary> analyzers) {
        return analyzers.rows()
                .entrySet()
                .stream()
                .filter((row) -> row.getKey().startsWith(arn("")))
                .map(Map.Entry::getValue);
    }

    private String arn(String name) {
        return here.arn("access-analyzer", "analyzer/" + name);
    }

    private static AwsServiceException missing(String name) {
        return Errors.named(ResourceNotFoundException.builder(), SERVICE, 404, "Analyzer not found: " + name);
    }

    private static AwsServiceException invalid(String message) {
        return Errors.named(ValidationException.builder(), SERVICE, 400, message);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
