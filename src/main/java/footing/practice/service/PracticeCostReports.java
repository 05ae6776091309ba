package footing.practice.service;

import footing.practice.call.Errors;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.costandusagereport.CostAndUsageReportClient;
import software.amazon.awssdk.services.costandusagereport.model.DescribeReportDefinitionsRequest;
import software.amazon.awssdk.services.costandusagereport.model.DescribeReportDefinitionsResponse;
import software.amazon.awssdk.services.costandusagereport.model.ReportDefinition;
import software.amazon.awssdk.services.costandusagereport.model.ValidationException;

/** Cost and usage reports of the older kind. */
public final class PracticeCostReports implements CostAndUsageReportClient {

    private static final int PAGE = 5;

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
