package footing.aws.survey;

import java.util.List;
import java.util.stream.Stream;

/** Every reader. A new fact is one more line in the reader of its service. */
final class Readers {

    static final List<Reader<?>> ALL = Stream
            .of(RegionReader.READERS, ContactReader.READERS, IamReader.READERS, CredentialReader.READERS,
                    PeopleReader.READERS, OrganizationReader.READERS,
                    FederationReader.READERS, AnalyzerReader.READERS, TrailReader.READERS,
                    BucketReader.READERS,
                    LogsReader.READERS, AlarmReader.READERS, TopicReader.READERS, ConfigReader.READERS,
                    ConfigRuleReader.READERS, ConfigEventReader.READERS, SupportReader.READERS, BudgetReader.READERS,
                    UsageReader.READERS, StackReader.READERS)
            .<Reader<?>>flatMap(List::stream)
            .toList();

    private Readers() {
    }
}
