package footing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import footing.aws.AwsClients;
import footing.aws.Connection;
import footing.aws.KnownRegions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rooms of the program, and which may know of which. */
@AnalyzeClasses(packages = "footing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> VALUES = List.of("account", "choices", "plan", "baseline", "template");

    @ArchTest static final ArchRule accountKnowsNobody = room("account").mayKnow();

    @ArchTest static final ArchRule choicesKnowAccount = room("choices").mayKnow("account");

    @ArchTest static final ArchRule planKnowsChoices = room("plan").mayKnow("account", "choices");

    @ArchTest static final ArchRule baselineKnowsPlan = room("baseline").mayKnow("account", "choices", "plan");

    @ArchTest static final ArchRule templateKnowsPlan = room("template").mayKnow("account", "choices", "plan");

    @ArchTest static final ArchRule fileKnowsNobody = room("file").mayKnow();

    @ArchTest static final ArchRule textKnowsWhatItPutsIntoWords = room("text").mayKnow("account", "choices", "plan",
            "baseline");

    @ArchTest static final ArchRule awsKnowsTemplate = room("aws").mayKnow("account", "choices", "plan", "template",
            "file");

    @ArchTest static final ArchRule practiceKnowsTemplate = room("practice").mayKnow("account", "choices", "plan",
            "template",
            "aws", "file");

    @ArchTest static final ArchRule practiceKnowsOnlyTheSeamOfAws = noClasses().that(areIn("practice"))
            .should()
            .dependOnClassesThat(areIn("aws").and(not(type(AwsClients.class)))
                    .and(not(type(Connection.class)))
                    .and(not(type(KnownRegions.class))));

    @ArchTest static final ArchRule checklistKnowsNeitherAccountDoor = room("checklist").mayKnow("account", "choices",
            "plan",
            "baseline", "template", "text");

    @ArchTest static final ArchRule workKnowsNothingOfWhoDraws = room("work").mayKnow("account", "choices", "plan",
            "baseline", "template", "text", "aws", "checklist", "file");

    @ArchTest static final ArchRule wizardKnowsNothingOfPractice = room("wizard").mayKnow("account", "choices", "plan",
            "baseline", "template", "text", "aws", "checklist", "file", "work");

    @ArchTest static final ArchRule terminalKnowsNothingOfTheWindow = room("cli").mayKnow("account", "choices", "plan",
            "baseline", "template", "text", "aws", "practice", "checklist", "file", "work");

    @ArchTest static final ArchRule onlyAwsAndPracticeImportTheSdk = noClasses().that(not(areIn("aws", "practice")))
            .should()
            .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."));

    @ArchTest static final ArchRule onlyTheWizardImportsJavaFx = noClasses().that(not(areIn("wizard")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."));

    @ArchTest static final ArchRule valuesReadAndWriteNothing = noClasses().that(areIn(VALUES.toArray(String[]::new)))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..",
                    "java.net.http..", "java.util.concurrent..")
                    .and(not(areNamed("java.io.InputStream", "java.io.IOException", "java.io.UncheckedIOException",
                            // These two read what is in memory already.
                            "java.io.ByteArrayInputStream", "java.io.StringReader"))));

    @ArchTest static final ArchRule valuesHaveNoClock = classes().that(areIn(VALUES.toArray(String[]::new)))
            .should(askNoClock());

    @ArchTest static final ArchRule roomsFormNoCircle = slices().matching("footing.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void everyRoomHasItsRule(JavaClasses all) {
        Set<String> rooms = all.stream()
                .map(JavaClass::getPackageName)
                .filter((name) -> name.startsWith("footing."))
                .map((name) -> name.split("\\.", 3)[1])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rooms).isSubsetOf("account", "choices", "plan", "baseline", "template", "text", "aws", "practice",
                "checklist", "file", "work", "wizard", "cli");
    }

    private record Room(String name) {

        /** Of the program's own rooms, these and itself; of libraries, whatever another rule does not forbid. */
        ArchRule mayKnow(String... others) {
            String[] known = Stream.concat(Stream.of(name), Arrays.stream(others)).toArray(String[]::new);
            return noClasses().that(areIn(name))
                    .should()
                    .dependOnClassesThat(resideInAPackage("footing..").and(not(areIn(known))))
                    .as("footing." + name + " knows of footing's rooms only " + String.join(", ", known));
        }
    }

    private static Room room(String name) {
        return new Room(name);
    }

    private static DescribedPredicate<JavaClass> areIn(String... rooms) {
        return resideInAnyPackage(
                Arrays.stream(rooms).map((room) -> "footing." + room + "..").toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> areNamed(String... names) {
        return DescribedPredicate.describe("named " + String.join(", ", names),
                (each) -> Set.of(names).contains(each.getName()));
    }

    /** Neither a clock nor {@code now()}: the same input gives the same output, on any day. */
    private static ArchCondition<JavaClass> askNoClock() {
        Set<String> clocks = Set.of("java.time.Clock", "java.time.InstantSource");
        Function<JavaAccess<?>, Boolean> asks = (access) -> clocks.contains(access.getTargetOwner().getName())
                || (access.getTargetOwner().getPackageName().equals("java.time") && access.getName().equals("now"))
                || (access.getTargetOwner().getName().equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime").contains(access.getName()));
        return new ArchCondition<>("ask no clock") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                each.getAccessesFromSelf().forEach((access) -> {
                    if (asks.apply(access)) {
                        events.add(SimpleConditionEvent.violated(access, access.getDescription()));
                    }
                });
            }
        };
    }
}
