package footing.practice.service;

import footing.practice.BucketState;
import footing.practice.PracticeAccount;
import footing.practice.call.Errors;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.bcmdataexports.model.CompressionOption;
import software.amazon.awssdk.services.bcmdataexports.model.Export;
import software.amazon.awssdk.services.bcmdataexports.model.FormatOption;
import software.amazon.awssdk.services.bcmdataexports.model.FrequencyOption;
import software.amazon.awssdk.services.bcmdataexports.model.OverwriteOption;
import software.amazon.awssdk.services.bcmdataexports.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bcmdataexports.model.S3Destination;
import software.amazon.awssdk.services.bcmdataexports.model.S3OutputConfigurations;
import software.amazon.awssdk.services.bcmdataexports.model.ValidationException;

/** What Data Exports refuses, and how it says so. Source: its user guide, "Data query" and "Setting up a bucket". */
final class ExportRules {

    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]{1,128}");
    private static final Pattern QUERY = Pattern.compile("(?is)\\s*SELECT\\s+(.+?)\\s+FROM\\s+([A-Z0-9_]+)\\s*");
    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*");
    /** What columns of the table begin with. */
    private static final Pattern KNOWN = Pattern.compile("bill_.+|cost_category|discount.*|identity_.+|line_item_.+"
            + "|pricing_.+|product.*|reservation_.+|resource_tags|savings_plan_.+|split_line_item_.+");
    private static final String TABLE = "COST_AND_USAGE_REPORT";
    private static final Set<String> SETTINGS = Set.of("BILLING_VIEW_ARN", "INCLUDE_CALLER_IDENTITY_DATA",
            "INCLUDE_CAPACITY_RESERVATION_DATA", "INCLUDE_IAM_PRINCIPAL_DATA",
            "INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY", "INCLUDE_RESOURCES", "INCLUDE_SPLIT_COST_ALLOCATION_DATA",
            "TIME_GRANULARITY");
    private static final Set<String> GRANULARITIES = Set.of("HOURLY", "DAILY", "MONTHLY");

    private ExportRules() {
    }

    static Export export(@Nullable Export given) {
        Export export = Optional.ofNullable(given).orElseThrow(() -> invalid("Export must not be null"));
        if (!NAME.matcher(String.valueOf(export.name())).matches()) {
            throw invalid("Value at 'export.name' failed to satisfy constraint: " + NAME.pattern());
        }
        if (export.refreshCadence() == null || export.refreshCadence().frequency() != FrequencyOption.SYNCHRONOUS) {
            throw invalid("Value at 'export.refreshCadence.frequency' failed to satisfy constraint: SYNCHRONOUS");
        }
        if (export.dataQuery() == null || export.destinationConfigurations() == null
                || export.destinationConfigurations().s3Destination() == null) {
            throw invalid("DataQuery and DestinationConfigurations must not be null");
        }
        query(String.valueOf(export.dataQuery().queryStatement()), export.dataQuery().tableConfigurations());
        output(export.destinationConfigurations().s3Destination().s3OutputConfigurations());
        return export;
    }

    private static void query(String statement, Map<String, Map<String, String>> tables) {
        Matcher query = QUERY.matcher(statement);
        if (!query.matches()) {
            throw invalid("The query statement is not valid SQL");
        }
        if (!query.group(2).toUpperCase(Locale.ROOT).equals(TABLE)) {
            throw invalid("The table " + query.group(2) + " does not exist");
        }
        Map<String, String> settings = tables.getOrDefault(TABLE, Map.of());
        boolean resources = "TRUE".equals(settings.get("INCLUDE_RESOURCES"));
        Arrays.stream(query.group(1).split(",", -1)).map(String::strip).forEach((column) -> {
            if (column.equals("*")) {
                throw invalid("SELECT * is not supported for the table " + TABLE);
            }
            boolean there = COLUMN.matcher(column).matches() && KNOWN.matcher(column).matches()
                    && (resources || !column.equals("line_item_resource_id"));
            if (!there) {
                throw invalid("The column " + column + " does not exist in the table " + TABLE);
            }
        });
        if (!tables.keySet().stream().allMatch(TABLE::equals) || !SETTINGS.containsAll(settings.keySet())) {
            throw invalid("The table configuration names what the table does not have");
        }
        if (!GRANULARITIES.contains(settings.getOrDefault("TIME_GRANULARITY", "HOURLY"))) {
            throw invalid("TIME_GRANULARITY must be one of HOURLY, DAILY, MONTHLY");
        }
    }

    private static void output(@Nullable S3OutputConfigurations output) {
        boolean parquet = output != null && output.format() == FormatOption.PARQUET
                && output.compression() == CompressionOption.PARQUET;
        boolean csv = output != null && output.format() == FormatOption.TEXT_OR_CSV
                && output.compression() == CompressionOption.GZIP;
        boolean overwrite = output != null && (output.overwrite() == OverwriteOption.OVERWRITE_REPORT
                || output.overwrite() == OverwriteOption.CREATE_NEW_REPORT);
        if (!(parquet || csv) || !overwrite) {
            throw invalid("The combination of output configurations is not supported");
        }
    }

    static void checkDestination(Export export, PracticeAccount account) {
        S3Destination s3 = export.destinationConfigurations().s3Destination();
        BucketState bucket = account.buckets()
                .find(String.valueOf(s3.s3Bucket()))
                .orElseThrow(() -> invalid("The S3 bucket " + s3.s3Bucket() + " does not exist"));
        if (!bucket.region().equals(s3.s3Region())) {
            throw invalid("The S3 bucket " + bucket.name() + " is not in the Region " + s3.s3Region());
        }
        if (!letsIn(export, account)) {
            throw invalid("The policy of the S3 bucket " + bucket.name() + " does not let Data Exports write to it");
        }
    }

    /** Whether the bucket is there and lets Data Exports write and look at the policy. */
    static boolean letsIn(Export export, PracticeAccount account) {
        S3Destination s3 = export.destinationConfigurations().s3Destination();
        Optional<BucketState> bucket = account.buckets().find(String.valueOf(s3.s3Bucket()));
        return bucket.flatMap(BucketState::policy)
                .map(Policy::parse)
                .filter((policy) -> allows(policy, bucket.orElseThrow(), s3, account.id()))
                .isPresent();
    }

    private static boolean allows(Policy policy, BucketState bucket, S3Destination s3, String account) {
        String partition = bucket.arn().split(":", -1)[1];
        Map<String, String> context = Map.of("aws:sourceaccount", account, "aws:sourcearn",
                "arn:%s:bcm-data-exports:us-east-1:%s:export/any".formatted(partition, account),
                "aws:securetransport", "true");
        String file = bucket.arn() + "/" + s3.s3Prefix() + "/file";
        return policy.allows(new Policy.Access("bcm-data-exports.amazonaws.com", "s3:PutObject", file, context))
                && policy.allows(new Policy.Access("bcm-data-exports.amazonaws.com", "s3:GetBucketPolicy",
                        bucket.arn(), context));
    }

    static AwsServiceException invalid(String what) {
        return Errors.named(ValidationException.builder(), "BCMDataExports", 400, what);
    }

    static AwsServiceException noExport(String arn) {
        return Errors.named(ResourceNotFoundException.builder(), "BCMDataExports", 404,
                "The export " + arn + " does not exist");
    }
}
