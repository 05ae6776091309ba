package footing.aws.survey;

import footing.account.Region;
import java.util.List;
import java.util.stream.Stream;

/** Where to look for what stands beside a trail's log group. */
final class Places {

    private Places() {
    }

    /** The home Region, and those of the log groups; trails that could not be seen add none. */
    static List<Region> besideLogGroups(Asking asking) {
        List<LogGroupArn> groups = TrailReader.logGroups(asking).found().orElse(List.of());
        return Stream.concat(Stream.of(asking.home()), groups.stream().map(LogGroupArn::region))
                .distinct()
                .toList();
    }
}
