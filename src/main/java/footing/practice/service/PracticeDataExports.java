package footing.practice.service;

import footing.practice.BillingState.ExportState;
import footing.practice.PracticeAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bcmdataexports.BcmDataExportsClient;
import software.amazon.awssdk.services.bcmdataexports.model.CreateExportRequest;
import software.amazon.awssdk.services.bcmdataexports.model.CreateExportResponse;
import software.amazon.awssdk.services.bcmdataexports.model.DeleteExportRequest;
import software.amazon.awssdk.services.bcmdataexports.model.DeleteExportResponse;
import software.amazon.awssdk.services.bcmdataexports.model.Export;
import software.amazon.awssdk.services.bcmdataexports.model.ExportReference;
import software.amazon.awssdk.services.bcmdataexports.model.ExportStatus;
import software.amazon.awssdk.services.bcmdataexports.model.ExportStatusCode;
import software.amazon.awssdk.services.bcmdataexports.model.ExecutionStatusReason;
import software.amazon.awssdk.services.bcmdataexports.model.GetExportRequest;
import software.amazon.awssdk.services.bcmdataexports.model.GetExportResponse;
import software.amazon.awssdk.services.bcmdataexports.model.ListExportsRequest;
import software.amazon.awssdk.services.bcmdataexports.model.ListExportsResponse;
import software.amazon.awssdk.services.bcmdataexports.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.bcmdataexports.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.bcmdataexports.model.ResourceTag;
import software.amazon.awssdk.services.bcmdataexports.model.TagResourceRequest;
import software.amazon.awssdk.services.bcmdataexports.model.TagResourceResponse;
import software.amazon.awssdk.services.bcmdataexports.model.UntagResourceRequest;
import software.amazon.awssdk.services.bcmdataexports.model.UntagResourceResponse;
import software.amazon.awssdk.services.bcmdataexports.model.UpdateExportRequest;
import software.amazon.awssdk.services.bcmdataexports.model.UpdateExportResponse;

/**
 * Data Exports. Files come once a day, a day after an export was made for the first time; an export whose bucket does
 * not let it write is unhealthy. What is refused is in {@link ExportRules}.
 */
public final class PracticeDataExports implements BcmDataExportsClient {

    private static final Duration EVERY = Duration.ofDays(1);
    private static final int PAGE = 100;

    private final Here here;

    public PracticeDataExports(Here here) {
        this.here = here;
    }

    @Override
    public CreateExportResponse createExport(CreateExportRequest request) {
        Export asked = ExportRules.export(request.export());
        String arn = here.arn("bcm-data-exports", "export/" + asked.name() + "-" + Here.uuid(asked.name()));
        here.update((account) -> {
            ExportRules.checkDestination(asked, account);
            if (account.billing().exports().has(arn)) {
                throw ExportRules.invalid("An export with the name " + asked.name() + " already exists");
            }
            ExportState made = new ExportState(asked.toBuilder().exportArn(arn).build(), here.now(), here.now(),
                    Tags.of(request.resourceTags(), ResourceTag::key, ResourceTag::value));
            return account.withBilling((billing) -> billing.withExports((all) -> all.with(arn, made)));
        });
        return CreateExportResponse.builder().exportArn(arn).build();
    }

    @Override
    public UpdateExportResponse updateExport(UpdateExportRequest request) {
        Export asked = ExportRules.export(request.export());
        change(request.exportArn(), (old) -> {
            ExportRules.checkDestination(asked, here.account());
            if (!asked.name().equals(old.export().name())) {
                throw ExportRules.invalid("The name of an export cannot be changed");
            }
            return new ExportState(asked.toBuilder().exportArn(old.export().exportArn()).build(), old.createdAt(),
                    here.now(), old.tags());
        });
        return UpdateExportResponse.builder().exportArn(request.exportArn()).build();
    }

    @Override
    public DeleteExportResponse deleteExport(DeleteExportRequest request) {
        String arn = find(request.exportArn()).export().exportArn();
        here.update((account) -> account
                .withBilling((billing) -> billing.withExports((all) -> all.without(arn))));
        return DeleteExportResponse.builder().exportArn(arn).build();
    }

    @Override
    public GetExportResponse getExport(GetExportRequest request) {
        ExportState state = find(request.exportArn());
        return GetExportResponse.builder().export(state.export()).exportStatus(status(state)).build();
    }

    @Override
    public ListExportsResponse listExports(ListExportsRequest request) {
        Page<ExportReference> page = Page.of(here.account()
                .billing()
                .exports()
                .all()
                .stream()
                .map((state) -> ExportReference.builder()
                        .exportArn(state.export().exportArn())
                        .exportName(state.export().name())
                        .exportStatus(status(state))
                        .build())
                .toList(), request.nextToken(),
                Math.clamp(Optional.ofNullable(request.maxResults()).orElse(PAGE), 1, PAGE),
                () -> ExportRules.invalid("The next token is not valid"));
        return ListExportsResponse.builder().exports(page.items()).nextToken(page.next()).build();
    }

    private ExportStatus status(ExportState state) {
        PracticeAccount account = here.account();
        boolean writes = ExportRules.letsIn(state.export(), account);
        ExportStatus.Builder status = ExportStatus.builder()
                .createdAt(state.createdAt())
                .lastUpdatedAt(state.updatedAt())
                .statusCode(writes ? ExportStatusCode.HEALTHY : ExportStatusCode.UNHEALTHY);
        if (!writes) {
            status.statusReason(ExecutionStatusReason.INSUFFICIENT_PERMISSION);
        }
        lastRefresh(state).filter((at) -> writes).ifPresent(status::lastRefreshedAt);
        return status.build();
    }

    private Optional<Instant> lastRefresh(ExportState state) {
        long days = Duration.between(state.createdAt(), here.now()).dividedBy(EVERY);
        return days < 1 ? Optional.empty() : Optional.of(state.createdAt().plus(EVERY.multipliedBy(days)));
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        change(request.resourceArn(), (old) -> new ExportState(old.export(), old.createdAt(), old.updatedAt(), Tags
                .with(old.tags(), Tags.of(request.resourceTags(), ResourceTag::key, ResourceTag::value))));
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        change(request.resourceArn(), (old) -> new ExportState(old.export(), old.createdAt(), old.updatedAt(),
                Tags.without(old.tags(), request.resourceTagKeys())));
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        List<ResourceTag> tags = Tags.list(find(request.resourceArn()).tags(),
                (key, value) -> ResourceTag.builder().key(key).value(value).build());
        return ListTagsForResourceResponse.builder().resourceTags(tags).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }

    private ExportState find(@Nullable String arn) {
        return here.account()
                .billing()
                .exports()
                .find(String.valueOf(arn))
                .orElseThrow(() -> ExportRules.noExport(String.valueOf(arn)));
    }

    private void change(@Nullable String arn, UnaryOperator<ExportState> change) {
        String given = String.valueOf(arn);
        here.update((account) -> account.withBilling((billing) -> billing
                .withExports((all) -> all.changed(given, change, () -> ExportRules.noExport(given)))));
    }
}
