package footing.aws.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.plan.Stack;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

class StackWatchTest {

    private static final String ID = "arn:aws:cloudformation:us-east-1:123456789012:stack/footing-security/1";
    private static final String TOKEN = "token";

    private final List<ApplyEvent> events = new ArrayList<>();

    private static StackEvent event(String id, String status) {
        return StackEvent.builder()
                .eventId(id)
                .stackId(ID)
                .physicalResourceId(ID)
                .logicalResourceId("footing-security")
                .resourceType("AWS::CloudFormation::Stack")
                .resourceStatus(status)
                .clientRequestToken(TOKEN)
                .timestamp(Instant.EPOCH)
                .build();
    }

    private static DescribeStacksResponse stack(String status) {
        return DescribeStacksResponse.builder()
                .stacks(software.amazon.awssdk.services.cloudformation.model.Stack.builder()
                        .stackId(ID)
                        .stackName("footing-security")
                        .stackStatus(status)
                        .build())
                .build();
    }

    private StackWatch watch(CloudFormationClient cloudFormation) {
        return new StackWatch(cloudFormation, Stack.SECURITY, new Waiting(Workbench.CLOCK, () -> {
        }, () -> false), events::add);
    }

    /** A stack that goes one step on with every call; at first it rests, as an earlier update left it. */
    private static final class Moving implements CloudFormationClient {

        private int step = -1;

        @Override
        public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
            step++;
            String status = step == 0
                    ? "UPDATE_COMPLETE"
                    : step < 4 ? "UPDATE_IN_PROGRESS" : "UPDATE_ROLLBACK_COMPLETE";
            return stack(status);
        }

        @Override
        public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
            step++;
            List<StackEvent> newestFirst = new ArrayList<>();
            if (step >= 4) {
                newestFirst.add(event("2", "UPDATE_ROLLBACK_COMPLETE"));
            }
            if (step >= 1) {
                newestFirst.add(event("1", "UPDATE_IN_PROGRESS"));
            }
            return DescribeStackEventsResponse.builder().stackEvents(newestFirst).build();
        }

        @Override
        public String serviceName() {
            return "cloudformation";
        }

        @Override
        public void close() {
        }
    }

    @Test
    void end_isNotTheOneBefore_whenTheStackTurnsBetweenTwoCalls() {
        // The earlier end is looked at first, and the first event of ours comes right after.
        Moving stack = new Moving();

        assertThat(watch(stack).untilItRests(ID, TOKEN).status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(events).extracting((event) -> ((ApplyEvent.ResourceEvent) event).status())
                .containsExactly("UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void watch_isGivenUp_whenTheStackTakesFarTooLong() {
        AtomicLong seconds = new AtomicLong();
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochSecond(seconds.get());
            }
        };
        Waiting waiting = new Waiting(clock, () -> seconds.addAndGet(600), () -> false);
        StackWatch watch = new StackWatch(new Endless(), Stack.SECURITY, waiting, events::add);

        assertThatThrownBy(() -> watch.untilItRests(ID, TOKEN)).isInstanceOfSatisfying(Waiting.EndedException.class,
                (ended) -> {
                    assertThat(ended.why()).isEqualTo(ApplyEvent.Cause.TOO_LONG);
                    assertThat(ended.status()).isEqualTo("CREATE_IN_PROGRESS");
                });
        assertThat(seconds.get()).isBetween(StackWatch.LONGEST.toSeconds(), StackWatch.LONGEST.toSeconds() + 1200);
    }

    @Test
    void status_isNotMadeUp_whenWatchingEndsWhileNothingCanBeSeen() {
        StackWatch watch = new StackWatch(new Unreachable(), Stack.SECURITY, new Waiting(Workbench.CLOCK, () -> {
        }, () -> true), events::add);

        assertThatThrownBy(() -> watch.untilItRests(ID, TOKEN)).isInstanceOfSatisfying(Waiting.EndedException.class,
                (ended) -> {
                    assertThat(ended.why()).isEqualTo(ApplyEvent.Cause.LOST_SIGHT);
                    assertThat(ended.status()).contains("Connection refused");
                });
    }

    /** A network that is down. */
    private static final class Unreachable implements CloudFormationClient {

        @Override
        public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
            throw SdkClientException.create("Connection refused");
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
        }
    }

    /** A stack that never comes to its end. */
    private static final class Endless implements CloudFormationClient {

        @Override
        public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
            return stack("CREATE_IN_PROGRESS");
        }

        @Override
        public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
            return DescribeStackEventsResponse.builder().stackEvents(event("1", "CREATE_IN_PROGRESS")).build();
        }

        @Override
        public String serviceName() {
            return "cloudformation";
        }

        @Override
        public void close() {
        }
    }

    /** A stack at its end, of whose events the second page fails once. */
    private static final class Breaking implements CloudFormationClient {

        private boolean broken;

        @Override
        public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
            return stack("CREATE_COMPLETE");
        }

        @Override
        public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
            if (request.nextToken() == null) {
                return DescribeStackEventsResponse.builder()
                        .stackEvents(event("2", "CREATE_COMPLETE"))
                        .nextToken("page-2")
                        .build();
            }
            if (!broken) {
                broken = true;
                throw SdkClientException.create("the network is gone");
            }
            return DescribeStackEventsResponse.builder().stackEvents(event("1", "CREATE_IN_PROGRESS")).build();
        }

        @Override
        public String serviceName() {
            return "cloudformation";
        }

        @Override
        public void close() {
        }
    }

    @Test
    void events_areAllTold_whenAPageFailsOnce() {
        watch(new Breaking()).untilItRests(ID, TOKEN);

        assertThat(events).extracting((event) -> ((ApplyEvent.ResourceEvent) event).status())
                .containsExactly("CREATE_IN_PROGRESS", "CREATE_COMPLETE");
    }
}
