package footing.practice.service;

import footing.practice.call.Errors;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.costandusagereport.CostAndUsageReportClient;
import software.amazon.awssdk.services.costandusagereport.model.DeleteReportDefinitionRequest;
import software.amazon.awssdk.services.costandusagereport.model.DeleteReportDefinitionResponse;
import software.amazon.awssdk.services.costandusagereport.model.DescribeReportDefinitionsRequest;
import software.amazon.awssdk.services.costandusagereport.model.DescribeReportDefinitionsResponse;
import software.amazon.awssdk.services.costandusagereport.model.DuplicateReportNameException;
import software.amazon.awssdk.services.costandusagereport.model.PutReportDefinitionRequest;
import software.amazon.awssdk.services.costandusagereport.model.PutReportDefinitionResponse;
import software.amazon.awssdk.services.costandusagereport.model.ReportDefinition;
import software.amazon.awssdk.services.costandusagereport.model.ReportLimitReachedException;
import software.amazon.awssdk.services.costandusagereport.model.ValidationException;

/** Cost and usage reports of the older kind. */
public final class PracticeCostReports implements CostAndUsageReportClient {

    private static final int PAGE = 5;
    private static final int MOST = 10;
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z!\\-_.*'()]{1,256}");

    private final Here here;

    public PracticeCostReports(Here here) {
        this.here = here;
    }

    @Override
    public DescribeReportDefinitionsResponse describeReportDefinitions(DescribeReportDefinitionsRequest request) {
        int size = Optional.ofNullable(request.maxResults()).orElse(PAGE);
        if (size != PAGE) {
            throw invalid("Value at 'maxResults' failed to satisfy constraint: " + PAGE);
        }
        Page<ReportDefinition> page = Page.of(here.account().billing().reports().all(), request.nextToken(), size,
                () -> invalid("The next token is not valid"));
        return DescribeReportDefinitionsResponse.builder()
                .reportDefinitions(page.items())
                .nextToken(page.next())
                .build();
    }

    @Override
    public PutReportDefinitionResponse putReportDefinition(PutReportDefinitionRequest request) {
        ReportDefinition asked = Optional.ofNullable(request.reportDefinition())
                .orElseThrow(() -> invalid("ReportDefinition must not be null"));
        if (!NAME.matcher(String.valueOf(asked.reportName())).matches()) {
            throw invalid("Value at 'reportDefinition.reportName' failed to satisfy constraint: " + NAME.pattern());
        }
        here.update((account) -> {
            if (account.billing().reports().has(asked.reportName())) {
                throw Errors.named(DuplicateReportNameException.builder(), "CostAndUsageReport", 400,
                        "A report with the name " + asked.reportName() + " already exists");
            }
            if (account.billing().reports().all().size() >= MOST) {
                throw Errors.named(ReportLimitReachedException.builder(), "CostAndUsageReport", 400,
                        "The account has its " + MOST + " reports");
            }
            if (!account.buckets().has(String.valueOf(asked.s3Bucket()))) {
                throw invalid("Failed to verify customer bucket permission. Bucket " + asked.s3Bucket());
            }
            return account.withBilling(
                    (billing) -> billing.withReports((all) -> all.with(asked.reportName(), asked)));
        });
        return PutReportDefinitionResponse.builder().build();
    }

    /** Deleting what is not there is done already. */
    @Override
    public DeleteReportDefinitionResponse deleteReportDefinition(DeleteReportDefinitionRequest request) {
        here.update((account) -> account.withBilling((billing) -> billing
                .withReports((all) -> all.without(String.valueOf(request.reportName())))));
        return DeleteReportDefinitionResponse.builder()
                .responseMessage("Successfully deleted " + request.reportName())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }

    private static AwsServiceException invalid(String what) {
        return Errors.named(ValidationException.builder(), "CostAndUsageReport", 400, what);
    }
}
