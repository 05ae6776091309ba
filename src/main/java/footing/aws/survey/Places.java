package footing.aws.survey;

import footing.account.Absence;
import footing.account.Partition;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.SdkService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsClient;

/** Where to look for what stands beside something else. */
final class Places {

    private Places() {
    }

    /**
     * What is listed in the home Region, and in those of the log groups; trails that could not be seen add none. At
     * home nobody waits for the trails.
     */
    static <T> Reading<List<T>> besideLogGroups(Asking asking, BiFunction<Asking, Region, Reading<List<T>>> read) {
        Asking.Meanwhile<Reading<List<T>>> home = asking.start((other) -> read.apply(other, asking.home()));
        List<Region> others = TrailReader.logGroups(asking)
                .found()
                .orElse(List.of())
                .stream()
                .map(LogGroupArn::region)
                .filter((region) -> !region.equals(asking.home()))
                .distinct()
                .toList();
        List<Reading<List<T>>> all = new ArrayList<>(asking.each(others, read));
        all.addFirst(home.get());
        return Reading.all(all).map((lists) -> lists.stream().flatMap(List::stream).toList());
    }

    /** Where budgets are, and the topics that they notify. */
    static Region ofBilling(Asking asking) {
        return asking.home().partition().billingRegion();
    }

    /** A reading where the service is in this partition at all; where it is not, nobody is asked. */
    static <T> Reading<T> whereOffered(Asking asking, Class<? extends AwsClient> type, Supplier<Reading<T>> read) {
        Partition partition = asking.home().partition();
        return SdkService.of(type).isOfferedIn(partition)
                ? read.get()
                : new Reading.Unavailable<>(new Absence(Absence.Kind.NOT_OFFERED, partition.id()));
    }
}
