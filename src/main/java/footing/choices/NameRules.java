package footing.choices;

import footing.account.Trail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What AWS takes as names and numbers of logs. From the API references of S3, CloudTrail, CloudWatch Logs and SNS. */
final class NameRules {

    /** The retention times that CloudWatch Logs knows, in days. */
    static final List<Integer> LOG_GROUP_DAYS = List.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731,
            1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9](?:[a-z0-9-]|[.](?![.])){1,61}[a-z0-9]");
    private static final List<String> BUCKET_BEGINNINGS = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> BUCKET_ENDS = List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");
    private static final Pattern IP_ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern TRAIL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9]|[._-](?![._-])){1,126}[A-Za-z0-9]");
    private static final Pattern LOG_GROUP = Pattern.compile("[A-Za-z0-9._/#-]{1,512}");
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    /** S3 takes 2,147,483,647; nobody means that. */
    private static final int MOST_DAYS = 36_500;

    private NameRules() {
    }

    static List<Complaint> bucket(String field, String value) {
        String beginnings = String.join(", ", BUCKET_BEGINNINGS);
        String ends = String.join(", ", BUCKET_ENDS);
        if (!BUCKET.matcher(value).matches() || IP_ADDRESS.matcher(value).matches()
                || BUCKET_BEGINNINGS.stream().anyMatch(value::startsWith)
                || BUCKET_ENDS.stream().anyMatch(value::endsWith)) {
            return Complaints.error(field, value, "bucket", Map.of("beginnings", beginnings, "ends", ends));
        }
        if (Trail.isOfLandingZone(value)) {
            return landingZone(field, value);
        }
        return value.contains(".") ? Complaints.warning(field, value, "bucket-dots") : Complaints.none();
    }

    /** Whoever makes a thing of such a name is refused by the landing zone's controls, or looks like it. */
    private static List<Complaint> landingZone(String field, String value) {
        return Complaints.error(field, value, "landing-zone-name");
    }

    static List<Complaint> trail(String field, String value) {
        if (Trail.isOfLandingZone(value)) {
            return landingZone(field, value);
        }
        return TRAIL.matcher(value).matches() && !IP_ADDRESS.matcher(value).matches()
                ? Complaints.none()
                : Complaints.error(field, value, "trail");
    }

    static List<Complaint> logGroup(String field, String value) {
        if (Trail.isOfLandingZone(value)) {
            return landingZone(field, value);
        }
        return LOG_GROUP.matcher(value).matches() && !value.startsWith("aws/")
                ? Complaints.none()
                : Complaints.error(field, value, "log-group");
    }

    static List<Complaint> topic(String field, String value) {
        if (Trail.isOfLandingZone(value)) {
            return landingZone(field, value);
        }
        return TOPIC.matcher(value).matches() ? Complaints.none() : Complaints.error(field, value, "topic");
    }

    static List<Complaint> logGroupDays(String field, int days) {
        return LOG_GROUP_DAYS.contains(days)
                ? Complaints.none()
                : Complaints.error(field, String.valueOf(days), "log-group-days",
                        Map.of("allowed",
                                LOG_GROUP_DAYS.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    static List<Complaint> archiveAfterDays(String field, int days) {
        return within(field, days, 1, MOST_DAYS);
    }

    static List<Complaint> expireAfterDays(String field, Optional<Integer> days, int archiveAfterDays) {
        return days.map((given) -> within(field, given, archiveAfterDays + 1, MOST_DAYS)).orElseGet(Complaints::none);
    }

    static List<Complaint> within(String field, int number, int least, int most) {
        return number >= least && number <= most
                ? Complaints.none()
                : Complaints.error(field, String.valueOf(number), "number",
                        Map.of("min", String.valueOf(least), "max", String.valueOf(most)));
    }
}
