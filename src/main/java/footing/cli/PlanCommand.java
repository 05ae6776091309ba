package footing.cli;

import footing.account.AccountState;
import footing.aws.apply.Preview;
import footing.choices.Attestation;
import footing.choices.Choices;
import footing.choices.ChoicesFile;
import footing.choices.Conventions;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.file.OutputFile;
import footing.file.OutputFolder;
import footing.plan.Allowances;
import footing.plan.Permissions;
import footing.plan.Plan;
import footing.plan.PlanJson;
import footing.plan.Stack;
import footing.template.TemplateDiff;
import footing.template.Templates;
import footing.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What would change. */
@Command(name = "plan")
final class PlanCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of("cli");

    private final Program program;

    @Option(names = "--choices", paramLabel = "FILE") private @Nullable String choices;

    @Option(names = "--write-choices", paramLabel = "FILE") private @Nullable String writeChoices;

    @Option(names = "--out", paramLabel = "DIR") private @Nullable String out;

    @Option(names = "--details") private boolean details;

    @Option(names = "--preview") private boolean preview;

    PlanCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if ((choices == null) == (writeChoices == null)) {
            throw CommandException.wrongUse(TEXTS.get("options.plan", Map.of("account", program.account().typed())));
        }
        if (writeChoices != null) {
            if (out != null) {
                throw CommandException.wrongUse(TEXTS.get("options.plan-out"));
            }
            return write(OutputFile.path("--write-choices", writeChoices));
        }
        return plan(ChoicesInput.read(Optional.ofNullable(choices).orElseThrow(), program));
    }

    private int plan(Choices decided) {
        Optional<OutputFolder> folder = Optional.ofNullable(out)
                .map((name) -> new OutputFolder("--out", OutputFile.path("--out", name)));
        folder.ifPresent(OutputFolder::check);
        try (Journey journey = program.journey(Optional.of(decided))) {
            AccountState account = journey.survey();
            journey.check(account, decided);
            Plan plan = journey.plan(account, decided);
            journey.sayWhose(account);
            new PlanText(program.terminal()).print(plan, account, journey.judge(account, decided), details);
            folder.ifPresent((path) -> leave(path, plan, account));
            Allowances allowances = journey.allowances(plan);
            new AllowanceText(program.terminal()).print(allowances, plan);
            folder.ifPresent((path) -> AllowanceText.missing(allowances)
                    .forEach((name, policy) -> leave(path.file(name), policy.json())));
            boolean otherwise = preview && !plan.isEmpty() && preview(journey, plan);
            return StackNotes.allFree(account) && !otherwise
                    ? Journey.exitCode(journey.judge(account, decided))
                    : ExitCode.NOT_DONE;
        }
    }

    /** Shows what CloudFormation says it would do, and tells whether that is not what was planned. */
    private boolean preview(Journey journey, Plan plan) {
        Preview told = journey.preview(plan, Optional.empty());
        new PreviewText(program.terminal()).print(told, details);
        return told.isOtherwise();
    }

    /** The templates with what is different of them, the permissions and the plan, as files. */
    private void leave(OutputFolder folder, Plan plan, AccountState account) {
        for (Stack stack : plan.stacks().keySet()) {
            leave(folder.file(stack.label() + ".yaml"), Templates.text(plan, stack));
            String diff = TemplateDiff.unified(plan, account, stack);
            if (!diff.isEmpty()) {
                leave(folder.file(stack.label() + ".diff"), diff);
            }
        }
        leave(folder.file("permissions.json"), Permissions.policy(plan).json());
        leave(folder.file("plan.json"), PlanJson.write(plan));
    }

    private void leave(OutputFile file, String text) {
        file.write(text);
        program.terminal().note(TEXTS.get("file.written", Map.of("file", file.path().toString())));
    }

    private int write(Path file) {
        OutputFile written = OutputFile.ownersOnly("--write-choices", file);
        written.check();
        try (Journey journey = program.journey()) {
            AccountState account = journey.survey();
            Choices proposed = withWords(journey, account, journey.connection().practice()
                    ? ExampleChoices.of(account)
                    : Conventions.choices(account));
            keepFormer(file);
            written.write(ChoicesFile.write(proposed)
                    + ProposalNotes.of(journey.plan(account, proposed), journey.judge(account, proposed)));
            program.terminal().say(TEXTS.get("choices.written", Map.of("file", file.toString())));
            // On one line however long it is, so that it can be copied
            program.terminal()
                    .print(List.of(TEXTS.get("choices.next", Map.of("file", Shown.word(file.toString()), "account",
                            program.account().typed()))));
            return Journey.exitCode(journey.judge(account, Map.of()));
        }
    }

    /** With the words that are kept and hold today; in the file, they count for whoever is given it. */
    private Choices withWords(Journey journey, AccountState account, Choices proposed) {
        Map<ItemId, Attestation> words = new EnumMap<>(ItemId.class);
        words.putAll(journey.withWords(account, proposed).attestations());
        words.values().removeIf((word) -> !word.holdsOn(program.surroundings().work().place().today()));
        return proposed.withAttestations(words);
    }

    /** What somebody decided before is not lost to a slip of the keyboard. */
    private void keepFormer(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > 0) {
                Path real = file.toRealPath();
                Path former = real.resolveSibling(real.getFileName() + ".bak");
                for (int number = 2; Files.exists(former, LinkOption.NOFOLLOW_LINKS); number++) {
                    former = real.resolveSibling(real.getFileName() + ".bak" + number);
                }
                Files.copy(real, former);
                program.terminal().note(TEXTS.get("choices.former", Map.of("file", former.toString())));
            }
        } catch (IOException e) {
            throw CommandException.wrongUse(TEXTS.get("file.failed", Map.of("option", "--write-choices", "file",
                    file.toString(), "message", String.valueOf(e.getMessage()))), e);
        }
    }
}
