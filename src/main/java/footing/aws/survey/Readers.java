package footing.aws.survey;

import footing.account.Fact;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every reader. A new fact is one more line in the reader of its service. */
final class Readers {

    static final List<Reader<?>> ALL = Stream
            .of(RegionReader.READERS, ContactReader.READERS, IamReader.READERS, CredentialReader.READERS,
                    PeopleReader.READERS, OrganizationReader.READERS,
                    FederationReader.READERS, AnalyzerReader.READERS, TrailReader.READERS,
                    FarTrailReader.READERS, BucketReader.READERS,
                    LogsReader.READERS, AlarmReader.READERS, TopicReader.READERS, ConfigReader.READERS,
                    ConfigRuleReader.READERS, ConfigEventReader.READERS, SupportReader.READERS, BudgetReader.READERS,
                    UsageReader.READERS, StackReader.READERS)
            .<Reader<?>>flatMap(List::stream)
            .toList();

    /** Those of what is beyond the baseline: used only where somebody asks. */
    static final List<Reader<?>> BEYOND = Stream
            .of(PublicAccessReader.READERS, EbsReader.READERS, DetectorReader.READERS, AnomalyReader.READERS)
            .<Reader<?>>flatMap(List::stream)
            .toList();

    private Readers() {
    }

    /** Those of a survey that reads these facts as well. */
    static List<Reader<?>> with(Set<Fact<?>> beyond) {
        return Stream.concat(ALL.stream(), beyond(beyond).stream()).toList();
    }

    static List<Reader<?>> beyond(Set<Fact<?>> facts) {
        return BEYOND.stream().filter((reader) -> facts.contains(reader.fact())).toList();
    }
}
