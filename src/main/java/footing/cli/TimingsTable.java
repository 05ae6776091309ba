package footing.cli;

import footing.aws.survey.Timings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a survey cost: one line for programs, then a row for each service and Region. */
final class TimingsTable {

    private TimingsTable() {
    }

    static void print(Terminal terminal, int regions, Timings timings) {
        int calls = timings.calls().size();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("regions=%d calls=%d distinct=%d repeated=%d longest-chain=%d wall-ms=%d".formatted(regions, calls,
                calls - timings.repeated(), timings.repeated(), timings.longestChain(), timings.wall().toMillis()));
        lines.add(row("service", "region", "calls", "slowest-ms"));
        timings.calls()
                .stream()
                .collect(Collectors.groupingBy((call) -> call.service() + " " + call.region().id(), TreeMap::new,
                        Collectors.toList()))
                .values()
                .forEach((group) -> lines.add(row(group.getFirst().service(), group.getFirst().region().id(),
                        Integer.toString(group.size()), Long.toString(slowest(group)))));
        terminal.print(lines);
    }

    private static long slowest(List<Timings.Call> calls) {
        return calls.stream().map(Timings.Call::took).mapToLong(Duration::toMillis).max().orElse(0);
    }

    private static String row(String service, String region, String calls, String slowest) {
        return String.format(Locale.ROOT, "%-20s %-16s %6s %11s", service, region, calls, slowest);
    }
}
