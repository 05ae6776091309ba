package footing.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that can be known of an account. A reader gives it, items rest on it; this list is all that there is to
 * know.
 *
 * @param name a short English name for logs and progress, also the key of its text
 * @param <T> the value that is read
 */
@SuppressWarnings("UnusedTypeParameter") // ties the type of the reading to the fact
public record Fact<T>(String name) {

    /** The Regions that the account has enabled. Source: {@code account:ListRegions}. */
    public static final Fact<List<Region>> REGIONS = new Fact<>("regions");
    /** Source: {@code account:GetContactInformation}. */
    public static final Fact<PrimaryContact> PRIMARY_CONTACT = new Fact<>("primary-contact");
    /** Source: {@code account:GetAlternateContact}. Empty where the contact is not set. */
    public static final Fact<Optional<AlternateContact>> BILLING_CONTACT = new Fact<>("billing-contact");
    public static final Fact<Optional<AlternateContact>> OPERATIONS_CONTACT = new Fact<>("operations-contact");
    public static final Fact<Optional<AlternateContact>> SECURITY_CONTACT = new Fact<>("security-contact");
    /** Source: {@code iam:GetAccountSummary}. */
    public static final Fact<AccountSummary> ACCOUNT_SUMMARY = new Fact<>("account-summary");
    /** The virtual MFA devices of the root user. Source: {@code iam:ListVirtualMFADevices}. */
    public static final Fact<List<VirtualMfaDevice>> ROOT_VIRTUAL_MFA = new Fact<>("root-virtual-mfa");
    /** Source: {@code iam:GetAccountPasswordPolicy}. Empty where the account has none of its own. */
    public static final Fact<Optional<PasswordPolicy>> PASSWORD_POLICY = new Fact<>("password-policy");
    /** Source: {@code iam:GenerateCredentialReport}, {@code GetCredentialReport}. */
    public static final Fact<CredentialReport> CREDENTIAL_REPORT = new Fact<>("credential-report");
    /** Source: {@code organizations:DescribeOrganization}. Empty where the account is in none. */
    public static final Fact<Optional<Organization>> ORGANIZATION = new Fact<>("organization");
    /** Empty where the account manages no organization with all features. Source: {@code iam:ListOrganizationsFeatures}. */
    public static final Fact<Optional<CentralRootAccess>> CENTRAL_ROOT_ACCESS = new Fact<>("central-root-access");
    /** Source: {@code access-analyzer:ListAnalyzers}. */
    public static final Fact<Regional<List<Analyzer>>> ANALYZERS = new Fact<>("analyzers");
    /** Source: {@code sso:ListInstances}. */
    public static final Fact<Regional<List<IdentityCenter>>> IDENTITY_CENTERS = new Fact<>("identity-centers");
    /** Source: {@code iam:ListSAMLProviders}, {@code ListOpenIDConnectProviders}. */
    public static final Fact<IdentityProviders> IDENTITY_PROVIDERS = new Fact<>("identity-providers");
    /** Source: {@code iam:GetAccountAuthorizationDetails}. */
    public static final Fact<IamPeople> IAM_PEOPLE = new Fact<>("iam-people");
    /**
     * Every trail visible from the home Region, shadow trails included. Source: {@code cloudtrail:DescribeTrails} and
     * what hangs on it.
     */
    public static final Fact<List<Trail>> TRAILS = new Fact<>("trails");
    /**
     * The trails that the home Region does not show: each records one other Region, under which it stands, and is seen
     * there alone. Source: {@code cloudtrail:ListTrails}, and in those Regions as for the others.
     */
    public static final Fact<Regional<List<Trail>>> FAR_TRAILS = new Fact<>("far-trails");
    /** The buckets that trails deliver to, and those that have the names that Footing gives, by name. Source: {@code s3:GetBucket*}. */
    public static final Fact<Map<String, LogBucket>> LOG_BUCKETS = new Fact<>("log-buckets");
    /**
     * The log groups that trails deliver to, by ARN without the trailing {@code :*}. Source: {@code
     * logs:DescribeLogGroups}.
     */
    public static final Fact<Map<String, LogGroup>> LOG_GROUPS = new Fact<>("log-groups");
    /** The filters on those log groups. Source: {@code logs:DescribeMetricFilters}. */
    public static final Fact<List<MetricFilter>> METRIC_FILTERS = new Fact<>("metric-filters");
    /** The alarms of the Regions of those log groups. Source: {@code cloudwatch:DescribeAlarms}. */
    public static final Fact<List<MetricAlarm>> ALARMS = new Fact<>("alarms");
    /**
     * The topics of the home Region and of the Regions of those log groups, with their subscriptions. Source: {@code
     * sns:ListTopics}.
     */
    public static final Fact<List<Topic>> TOPICS = new Fact<>("topics");
    /**
     * AWS Config's recorder and channel. Source: {@code config:DescribeConfigurationRecorders}, {@code
     * DescribeDeliveryChannels} and their states.
     */
    public static final Fact<Regional<ConfigRecording>> CONFIG_RECORDING = new Fact<>("config-recording");
    /** The rules that the baseline asks for, under whatever name. Source: {@code config:DescribeConfigRules}. */
    public static final Fact<Regional<List<ConfigRule>>> CONFIG_RULES = new Fact<>("config-rules");
    /** Whether the service-linked role of AWS Config is there. Source: {@code iam:GetRole}. */
    public static final Fact<Boolean> CONFIG_ROLE = new Fact<>("config-role");
    /** The names of the account's roles. Source: {@code iam:ListRoles}. */
    public static final Fact<Set<String>> ROLE_NAMES = new Fact<>("role-names");
    /** The event rules that could hear of Config's findings. Source: {@code events:ListRules}. */
    public static final Fact<Regional<List<EventRule>>> CONFIG_EVENTS = new Fact<>("config-events");
    /**
     * The topics that those rules tell, and those of the home Region that are named for security, by ARN; empty where a
     * topic is gone. Source: {@code sns:ListTopics}, {@code ListSubscriptions}, {@code GetTopicAttributes}.
     */
    public static final Fact<Map<String, Reading<Optional<Topic>>>> EVENT_TOPICS = new Fact<>("event-topics");
    /**
     * Whether there is a support plan that is paid for and has an API; there is none with Basic and Developer. Source:
     * {@code support:DescribeSeverityLevels}.
     */
    public static final Fact<Boolean> PAID_SUPPORT = new Fact<>("paid-support");
    /**
     * Empty where the account is older than such plans. Source: {@code freetier:GetAccountPlanState}.
     */
    public static final Fact<Optional<AccountPlan>> ACCOUNT_PLAN = new Fact<>("account-plan");
    /** Every budget, with its notifications. Source: {@code budgets:DescribeBudgets} and what hangs on it. */
    public static final Fact<List<Budget>> BUDGETS = new Fact<>("budgets");
    /**
     * The topics of the Region that answers for billing, with their subscriptions, and who may publish to those that are
     * named for money. Source: {@code sns:ListTopics}, {@code GetTopicAttributes}.
     */
    public static final Fact<List<Topic>> BILLING_TOPICS = new Fact<>("billing-topics");
    /** Source: {@code bcm-data-exports:ListExports}, {@code GetExport}. */
    public static final Fact<List<UsageExport>> USAGE_EXPORTS = new Fact<>("usage-exports");
    /** Reports of the older kind. Source: {@code cur:DescribeReportDefinitions}. */
    public static final Fact<List<UsageReport>> USAGE_REPORTS = new Fact<>("usage-reports");
    /** The names of the account's own buckets. Source: {@code s3:ListBuckets}. */
    public static final Fact<Set<String>> BUCKET_NAMES = new Fact<>("bucket-names");
    /**
     * The stack of the home Region that Footing made before; empty where there is none. Source: {@code
     * cloudformation:DescribeStacks}, {@code GetTemplate}, {@code ListStackResources}, as for the others.
     */
    public static final Fact<Optional<DeployedStack>> SECURITY_STACK = new Fact<>("security-stack");
    /** The stack of the Region that answers for billing. */
    public static final Fact<Optional<DeployedStack>> BILLING_STACK = new Fact<>("billing-stack");
    /** The stacks for AWS Config that Footing made before, Region by Region. */
    public static final Fact<Regional<Optional<DeployedStack>>> CONFIG_STACKS = new Fact<>("config-stacks");

    /**
     * What the account closes to the public in all of its buckets. Source: {@code s3control:GetPublicAccessBlock}.
     */
    public static final Fact<LogBucket.PublicAccess> ACCOUNT_PUBLIC_ACCESS = new Fact<>("account-public-access");
    /** Whether new volumes are encrypted. Source: {@code ec2:GetEbsEncryptionByDefault}. */
    public static final Fact<Regional<Boolean>> EBS_ENCRYPTION = new Fact<>("ebs-encryption");
    /**
     * The detector of GuardDuty; empty where a Region has none. Source: {@code guardduty:ListDetectors}, {@code
     * GetDetector}, {@code GetAdministratorAccount}.
     */
    public static final Fact<Regional<Optional<ThreatDetector>>> THREAT_DETECTORS = new Fact<>("threat-detectors");
    /** Source: {@code ce:GetAnomalyMonitors}, {@code GetAnomalySubscriptions}, and the topics that they name. */
    public static final Fact<AnomalyDetection> ANOMALY_DETECTION = new Fact<>("anomaly-detection");

    /** Every fact of the baseline, in the order in which people read of them. */
    public static final List<Fact<?>> ALL = List.of(REGIONS, PRIMARY_CONTACT, BILLING_CONTACT, OPERATIONS_CONTACT,
            SECURITY_CONTACT, ACCOUNT_SUMMARY,
            ROOT_VIRTUAL_MFA, PASSWORD_POLICY, CREDENTIAL_REPORT, IAM_PEOPLE, ORGANIZATION, CENTRAL_ROOT_ACCESS,
            IDENTITY_CENTERS,
            IDENTITY_PROVIDERS,
            ANALYZERS, TRAILS, FAR_TRAILS, LOG_BUCKETS,
            LOG_GROUPS, METRIC_FILTERS, ALARMS, TOPICS,
            CONFIG_RECORDING, CONFIG_RULES, CONFIG_ROLE, ROLE_NAMES, CONFIG_EVENTS, EVENT_TOPICS, PAID_SUPPORT,
            ACCOUNT_PLAN,
            BUDGETS, BILLING_TOPICS, USAGE_EXPORTS, USAGE_REPORTS, BUCKET_NAMES, SECURITY_STACK, BILLING_STACK,
            CONFIG_STACKS);

    /** The facts that nothing but what is beyond the baseline rests on: read only where somebody asks for it. */
    public static final List<Fact<?>> BEYOND = List.of(ACCOUNT_PUBLIC_ACCESS, EBS_ENCRYPTION, THREAT_DETECTORS,
            ANOMALY_DETECTION);
}
