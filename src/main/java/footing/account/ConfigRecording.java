package footing.account;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * AWS Config in one Region: the account's own recorder, and the channel by which it delivers. There is at most one of
 * each; recorders that belong to a service of AWS are not the account's own and are not here. Source: {@code
 * config:DescribeConfigurationRecorders}, {@code DescribeDeliveryChannels}.
 */
public record ConfigRecording(Optional<Recorder> recorder, Optional<Channel> channel) {

    /** The resource types that are the same in every Region, so that one Region's recorder is enough for them. */
    public static final SortedSet<String> GLOBAL_TYPES = Collections.unmodifiableSortedSet(
            new TreeSet<>(Set.of("AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::Role", "AWS::IAM::User")));

    /** The role that AWS makes for Config, by its name; it is the same in every Region. */
    public static final String SERVICE_ROLE = "AWSServiceRoleForConfig";

    /**
     * @param roleArn the role with which it looks at resources
     * @param status {@code config:DescribeConfigurationRecorderStatus}
     */
    public record Recorder(String name, String roleArn, Scope scope, Reading<Status> status) {

        public boolean hasServiceRole() {
            return roleArn.endsWith(":role/aws-service-role/config.amazonaws.com/" + SERVICE_ROLE);
        }
    }

    /**
     * @param startedAt when it was last started
     * @param error what went wrong the last time that it recorded something
     */
    public record Status(boolean recording, Optional<Instant> startedAt, Optional<String> error) {
    }

    /**
     * @param bucket the bucket that it delivers to
     * @param delivery {@code config:DescribeDeliveryChannelStatus}
     */
    public record Channel(String name, String bucket, Reading<Delivery> delivery) {
    }

    /**
     * @param latest when a file last reached the bucket
     * @param error why the last delivery failed
     */
    public record Delivery(Optional<Instant> latest, Optional<String> error) {
    }

    /**
     * Which types of resources are recorded.
     *
     * @param globalTypes with {@link Kind#ALL}: whether IAM's types are among them
     * @param types with {@link Kind#ALL_BUT}, those that are left out; with {@link Kind#ONLY}, those that are recorded
     */
    public record Scope(Kind kind, boolean globalTypes, SortedSet<String> types) {

        public enum Kind {
            ALL,
            ALL_BUT,
            ONLY
        }

        public Scope {
            types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
        }

        public static Scope all(boolean globalTypes) {
            return new Scope(Kind.ALL, globalTypes, Collections.emptySortedSet());
        }

        /** Whether all of IAM's types are recorded here. */
        public boolean recordsGlobalTypes() {
            return switch (kind) {
                case ALL -> globalTypes;
                case ALL_BUT -> Collections.disjoint(types, GLOBAL_TYPES);
                case ONLY -> types.containsAll(GLOBAL_TYPES);
            };
        }

        /** The types that somebody left out, as far as they are those of this Region. */
        public SortedSet<String> leftOut() {
            SortedSet<String> left = new TreeSet<>(kind == Kind.ALL_BUT ? types : Set.of());
            left.removeAll(GLOBAL_TYPES);
            return left;
        }
    }
}
