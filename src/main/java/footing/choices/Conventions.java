package footing.choices;

import footing.account.AccountState;
import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.account.Fact;
import footing.account.Identity;
import footing.account.LogGroup;
import footing.account.MetricFilter;
import footing.account.PasswordPolicy;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Topic;
import footing.account.Trail;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Choices to begin with: what is there, and names by convention. Nothing that only people can know is made up; for an
 * address there is a proposal to show beside the empty field.
 */
public final class Conventions {

    public static final String TOPIC = "footing-security";
    public static final String BILLING_TOPIC = "footing-billing";
    public static final String TRAIL = "footing";
    public static final String LOG_GROUP = "footing/cloudtrail";
    public static final int LOG_GROUP_DAYS = 365;
    public static final int ARCHIVE_AFTER_DAYS = 90;

    private Conventions() {
    }

    /**
     * Choices that would change as little as possible of an account. What was decided before, and still shows in the
     * stack that came of it, is kept: a name, a number of days, an alarm that was switched off.
     */
    public static Choices choices(AccountState account) {
        EarlierChoices earlier = EarlierChoices.of(account);
        return new Choices(account.home(), account.regions(), contacts(account), notifications(account, earlier),
                logStorage(account, earlier), BillingConventions.of(account, earlier), passwordPolicy(account),
                alarms(account, earlier), Standards.USUAL,
                earlier.groups().orElse(Groups.USUAL), EarlierAccess.of(account),
                EarlierBeyond.of(account), earlier.left(),
                Map.of());
    }

    /**
     * The name of the log bucket that Footing makes. Where the usual one is somebody else's, whoever that is could have
     * guessed it, so the other cannot be guessed as easily.
     */
    public static String bucket(AccountState account) {
        String usual = bucket(account.identity(), account.home());
        return isTaken(usual, account)
                ? usual + "-%08x".formatted(account.identity().principal().hashCode())
                : usual;
    }

    /** The usual name, which a survey looks for. */
    public static String bucket(Identity identity, Region home) {
        return "footing-logs-" + identity.account() + "-" + home.id();
    }

    /**
     * Whether there is a bucket of this name that shows nothing, or that is not among the account's own: another
     * account's, or one kept from the caller.
     */
    public static boolean isTaken(String bucket, AccountState account) {
        return account.read(Fact.LOG_BUCKETS)
                .found()
                .flatMap((buckets) -> Optional.ofNullable(buckets.get(bucket)))
                .filter((there) -> there.region() instanceof Reading.Denied<?>
                        || account.read(Fact.BUCKET_NAMES).found().filter((own) -> !own.contains(bucket)).isPresent())
                .isPresent();
    }

    /** The name of the bucket that Footing makes for the usage report. */
    public static String reportBucket(AccountState account) {
        return reportBucket(account.identity());
    }

    /** The same, which a survey looks for. */
    public static String reportBucket(Identity identity) {
        return "footing-billing-" + identity.account();
    }

    /** An address to propose: {@code aws-security@example.com}; empty where no domain of the organization was seen. */
    public static Optional<String> address(ContactType type, AccountState account) {
        return domain(account).map((domain) -> "aws-" + type.name().toLowerCase(Locale.ROOT) + "@" + domain);
    }

    private static Contacts contacts(AccountState account) {
        Map<ContactType, AlternateContact> alternate = new EnumMap<>(ContactType.class);
        for (ContactType type : ContactType.values()) {
            contact(type, account).ifPresent((contact) -> alternate.put(type, contact));
        }
        return new Contacts(account.read(Fact.PRIMARY_CONTACT).found(), alternate);
    }

    /** The list that hears of security matters already; otherwise the security contact's address, if it is a group's. */
    private static Notifications notifications(AccountState account, EarlierChoices earlier) {
        Optional<Topic> topic = SecurityTopic.find(account);
        Optional<String> subscribed = topic.flatMap(Topic::mailbox);
        Optional<String> contact = contact(ContactType.SECURITY, account).map(AlternateContact::email)
                .filter((email) -> !Addresses.looksPersonal(email));
        return new Notifications(earlier.securityList().or(() -> subscribed).or(() -> contact),
                topic.map(Topic::name).orElse(TOPIC));
    }

    /** What Footing made keeps its name, since another name would be another thing; then what the account has. */
    private static LogStorage logStorage(AccountState account, EarlierChoices earlier) {
        Optional<Trail> own = account.trails()
                .stream()
                .filter((trail) -> trail.isChangeableFrom(account.identity().account()))
                .min(Comparator.comparing((Trail trail) -> !trail.multiRegion())
                        .thenComparing((trail) -> !trail.home().equals(account.home()))
                        .thenComparing(Trail::name));
        Optional<LogGroup> group = own.flatMap(Trail::logGroupArn)
                .flatMap((arn) -> account.read(Fact.LOG_GROUPS)
                        .found()
                        .flatMap((groups) -> Optional.ofNullable(groups.get(arn))));
        return new LogStorage(
                earlier.bucket()
                        .or(() -> own.map(Trail::bucket).filter((name) -> !Trail.isOfLandingZone(name)))
                        .orElseGet(() -> bucket(account)),
                earlier.trail().or(() -> own.map(Trail::name)).orElse(TRAIL),
                earlier.logGroup().or(() -> group.map(LogGroup::name)).orElse(LOG_GROUP),
                earlier.logGroupDays().or(() -> group.flatMap(LogGroup::retentionDays)).orElse(LOG_GROUP_DAYS),
                earlier.archiveAfterDays().orElse(ARCHIVE_AFTER_DAYS), earlier.expireAfterDays());
    }

    /** Those that Footing's stack holds, and those that others made; all, where nobody has decided yet. */
    private static Set<Activity> alarms(AccountState account, EarlierChoices earlier) {
        Set<Activity> wanted = EnumSet.allOf(Activity.class);
        earlier.alarms().ifPresent((made) -> {
            Set<String> watched = SecurityTopic.watchedPatterns(account);
            wanted.removeIf((activity) -> !made.contains(activity)
                    && !watched.contains(MetricFilter.fold(activity.pattern())));
        });
        return wanted;
    }

    private static PasswordPolicy passwordPolicy(AccountState account) {
        return account.read(Fact.PASSWORD_POLICY)
                .found()
                .flatMap((policy) -> policy)
                .map((policy) -> PasswordPolicies.stronger(policy, PasswordPolicies.STRONG))
                .orElse(PasswordPolicies.STRONG);
    }

    private static Optional<String> domain(AccountState account) {
        return Arrays.stream(ContactType.values())
                .flatMap((type) -> contact(type, account).stream())
                .map(AlternateContact::email)
                .filter((email) -> !Addresses.isFreeMail(email))
                .map(Addresses::domain)
                .findFirst();
    }

    private static Optional<AlternateContact> contact(ContactType type, AccountState account) {
        return account.read(type.fact()).found().flatMap((contact) -> contact);
    }
}
