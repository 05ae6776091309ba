package footing.aws.survey;

import footing.account.Analyzer;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.aws.FromSdk;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ListAnalyzersResponse;

/** The analyzers of every Region. */
final class AnalyzerReader {

    static final List<Reader<?>> READERS = List
            .of(Reader.of(Fact.ANALYZERS, AnalyzerReader::analyzers, "access-analyzer:ListAnalyzers"));

    private AnalyzerReader() {
    }

    private static Reading<Regional<List<Analyzer>>> analyzers(Asking asking) {
        return Reading.seen(asking.inEachRegion(AnalyzerReader::analyzers));
    }

    private static Reading<List<Analyzer>> analyzers(Asking asking, Region region) {
        return asking
                .pages(Ask.of(AccessAnalyzerClient.class, region, "ListAnalyzers",
                        ListAnalyzersRequest.builder().build(), AccessAnalyzerClient::listAnalyzers)
                        .seeing(AnalyzerReader::seen),
                        (request, response) -> FromSdk.some(response.nextToken())
                                .map((token) -> request.toBuilder().nextToken(token).build()))
                .map((pages) -> pages.stream()
                        .flatMap((page) -> page.analyzers().stream())
                        .map(AnalyzerReader::analyzer)
                        .toList());
    }

    private static Map<String, String> seen(ListAnalyzersResponse response) {
        Values values = Values.of().and("Analyzers", response.analyzers().size());
        for (AnalyzerSummary analyzer : response.analyzers()) {
            values = values.and(FromSdk.text(analyzer.name()),
                    analyzer.typeAsString() + ", " + analyzer.statusAsString());
        }
        return values.map();
    }

    private static Analyzer analyzer(AnalyzerSummary told) {
        return new Analyzer(FromSdk.text(told.name()), FromSdk.text(told.arn()), FromSdk.text(told.typeAsString()),
                FromSdk.text(told.statusAsString()));
    }
}
