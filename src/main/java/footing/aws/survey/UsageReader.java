package footing.aws.survey;

import footing.account.Fact;
import footing.account.Reading;
import footing.account.UsageExport;
import footing.account.UsageReport;
import footing.aws.FromSdk;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.bcmdataexports.BcmDataExportsClient;
import software.amazon.awssdk.services.bcmdataexports.model.Export;
import software.amazon.awssdk.services.bcmdataexports.model.ExportReference;
import software.amazon.awssdk.services.bcmdataexports.model.ExportStatus;
import software.amazon.awssdk.services.bcmdataexports.model.ExportStatusCode;
import software.amazon.awssdk.services.bcmdataexports.model.GetExportRequest;
import software.amazon.awssdk.services.bcmdataexports.model.GetExportResponse;
import software.amazon.awssdk.services.bcmdataexports.model.ListExportsRequest;
import software.amazon.awssdk.services.costandusagereport.CostAndUsageReportClient;
import software.amazon.awssdk.services.costandusagereport.model.DescribeReportDefinitionsRequest;
import software.amazon.awssdk.services.costandusagereport.model.ReportDefinition;
import software.amazon.awssdk.services.costandusagereport.model.ReportStatus;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;

/** Reports of cost and usage, of the newer kind and the older, and the buckets that they could go to. */
final class UsageReader {

    static final List<Reader<?>> READERS = List.of(
            Reader.of(Fact.USAGE_EXPORTS, UsageReader::exports, "bcm-data-exports:ListExports",
                    "bcm-data-exports:GetExport"),
            Reader.of(Fact.USAGE_REPORTS, UsageReader::reports, "cur:DescribeReportDefinitions"),
            Reader.of(Fact.BUCKET_NAMES, UsageReader::buckets, "s3:ListAllMyBuckets"));

    /** As many as AWS gives at a time. */
    private static final int EXPORTS = 100;
    private static final int REPORTS = 5;
    private static final int BUCKETS = 10_000;

    /** {@code 20260301T061500Z}, with or without milliseconds. */
    private static final DateTimeFormatter DELIVERED = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss[.SSS]X");

    private static final Pattern TABLE = Pattern.compile("(?is)\\bFROM\\s+([A-Z0-9_]+)");

    private UsageReader() {
    }

    private static Reading<List<UsageExport>> exports(Asking asking) {
        return Places.whereOffered(asking, BcmDataExportsClient.class, () -> asking
                .pages(Ask.of(BcmDataExportsClient.class, asking.home(), "ListExports",
                        ListExportsRequest.builder().maxResults(EXPORTS).build(), BcmDataExportsClient::listExports)
                        .seeing((response) -> Values.of().and("Exports", response.exports().size()).map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .flatMap((pages) -> Reading.all(asking.each(
                        pages.stream()
                                .flatMap((page) -> page.exports().stream())
                                .map(ExportReference::exportArn)
                                .toList(),
                        UsageReader::export))));
    }

    /** One by one, since only so AWS tells where an export goes; an account has a handful. */
    private static Reading<UsageExport> export(Asking asking, String arn) {
        return asking
                .ask(Ask.of(BcmDataExportsClient.class, asking.home(), "GetExport",
                        GetExportRequest.builder().exportArn(arn).build(), BcmDataExportsClient::getExport)
                        .seeing((response) -> Values.of()
                                .and("Name", response.export().name())
                                .and("StatusCode", response.exportStatus().statusCodeAsString())
                                .and("StatusReason", response.exportStatus().statusReasonAsString())
                                .and("LastRefreshedAt", response.exportStatus().lastRefreshedAt())
                                .and("S3Bucket", bucket(response.export()))
                                .map()))
                .map((response) -> export(arn, response));
    }

    private static UsageExport export(String arn, GetExportResponse response) {
        ExportStatus status = response.exportStatus();
        return new UsageExport(arn, FromSdk.text(response.export().name()),
                status.statusCode() == ExportStatusCode.HEALTHY, FromSdk.some(status.statusReasonAsString()),
                Optional.ofNullable(status.lastRefreshedAt()), bucket(response.export()),
                table(FromSdk.text(response.export().dataQuery().queryStatement())));
    }

    private static String bucket(Export export) {
        return FromSdk.text(export.destinationConfigurations().s3Destination().s3Bucket());
    }

    private static String table(String query) {
        Matcher table = TABLE.matcher(query);
        return table.find() ? table.group(1).toUpperCase(java.util.Locale.ROOT) : "";
    }

    private static Reading<List<UsageReport>> reports(Asking asking) {
        return Places.whereOffered(asking, CostAndUsageReportClient.class, () -> asking
                .pages(Ask.of(CostAndUsageReportClient.class, asking.home(), "DescribeReportDefinitions",
                        DescribeReportDefinitionsRequest.builder().maxResults(REPORTS).build(),
                        CostAndUsageReportClient::describeReportDefinitions)
                        .seeing((response) -> Values.of()
                                .and("ReportDefinitions",
                                        response.reportDefinitions()
                                                .stream()
                                                .map(UsageReader::told)
                                                .collect(Collectors.joining(", ")))
                                .map()),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> pages.stream()
                        .flatMap((page) -> page.reportDefinitions().stream())
                        .map(UsageReader::report)
                        .toList()));
    }

    private static String told(ReportDefinition report) {
        return Optional.ofNullable(report.reportStatus())
                .map((status) -> report.reportName() + " (" + status.lastStatusAsString() + ", "
                        + status.lastDelivery() + ")")
                .orElseGet(report::reportName);
    }

    private static UsageReport report(ReportDefinition told) {
        Optional<ReportStatus> status = Optional.ofNullable(told.reportStatus());
        return new UsageReport(FromSdk.text(told.reportName()), FromSdk.some(told.s3Bucket()),
                status.flatMap((given) -> FromSdk.some(given.lastStatusAsString())),
                status.flatMap((given) -> FromSdk.some(given.lastDelivery())).flatMap(UsageReader::time));
    }

    private static Optional<Instant> time(String told) {
        try {
            return Optional.of(Instant.from(DELIVERED.parse(told)));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    private static Reading<Set<String>> buckets(Asking asking) {
        return asking
                .pages(Ask.of(S3Client.class, asking.home(), "ListBuckets",
                        ListBucketsRequest.builder().maxBuckets(BUCKETS).build(), S3Client::listBuckets)
                        .seeing((response) -> Values.of().and("Buckets", response.buckets().size()).map()),
                        (request, response) -> FromSdk.some(response.continuationToken())
                                .map((token) -> request.toBuilder().continuationToken(token).build()))
                .map((pages) -> pages.stream()
                        .flatMap((page) -> page.buckets().stream())
                        .map(Bucket::name)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
