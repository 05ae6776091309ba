package footing.aws.survey;

import footing.account.Absence;
import footing.account.Partition;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.SdkService;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsClient;

/** Where to look for what stands beside something else. */
final class Places {

    private Places() {
    }

    /** The home Region, and those of a trail's log groups; trails that could not be seen add none. */
    static List<Region> besideLogGroups(Asking asking) {
        List<LogGroupArn> groups = TrailReader.logGroups(asking).found().orElse(List.of());
        return Stream.concat(Stream.of(asking.home()), groups.stream().map(LogGroupArn::region))
                .distinct()
                .toList();
    }

    /** Where budgets are, and the topics that they notify. */
    static Region ofBilling(Asking asking) {
        return asking.home().partition().globalRegion();
    }

    /** A reading where the service is in this partition at all; where it is not, nobody is asked. */
    static <T> Reading<T> whereOffered(Asking asking, Class<? extends AwsClient> type, Supplier<Reading<T>> read) {
        Partition partition = asking.home().partition();
        return SdkService.of(type).isOfferedIn(partition)
                ? read.get()
                : new Reading.Unavailable<>(new Absence(Absence.Kind.NOT_OFFERED, partition.id()));
    }
}
