package footing.cli;

import footing.account.AccountState;
import footing.account.Partition;
import footing.aws.apply.Proving;
import footing.aws.survey.Survey;
import footing.baseline.Beyond;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.file.OutputFile;
import footing.file.OutputFolder;
import footing.plan.IamPolicy;
import footing.plan.Permissions;
import footing.plan.Plan;
import footing.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The IAM policies that Footing takes; its own commands say for what. */
@Command(name = "permissions")
final class PermissionsCommand implements Runnable {

    private static final Texts TEXTS = Texts.of("cli");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec known = java.util.Objects.requireNonNull(spec);
        throw new ParameterException(known.commandLine(), TEXTS.get("options.permissions"));
    }

    /** What it takes to look at an account. It looks at none. */
    @Command(name = "survey")
    static final class OfSurvey implements Callable<Integer> {

        private final Program program;

        @Option(names = "--out", paramLabel = "DIR") private @Nullable String out;

        @Option(names = "--beyond") private boolean beyond;

        OfSurvey(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            Partition partition = program.account().partition();
            print(program, Optional.ofNullable(out), "survey",
                    Survey.policy(partition, beyond ? Beyond.facts(ItemId.BEYOND) : Set.of()).parts());
            return ExitCode.DONE;
        }
    }

    /** What it takes to see that what was applied works. It looks at no account. */
    @Command(name = "prove")
    static final class OfProve implements Callable<Integer> {

        private final Program program;

        @Option(names = "--out", paramLabel = "DIR") private @Nullable String out;

        OfProve(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            List<IamPolicy> all = new ArrayList<>(Survey.policy(program.account().partition()).parts());
            all.add(IamPolicy.allowing(Proving.PERMISSIONS));
            print(program, Optional.ofNullable(out), "prove", all);
            return ExitCode.DONE;
        }
    }

    /** What it takes to apply a plan, with the surveys before and after it. */
    @Command(name = "apply")
    static final class OfApply implements Callable<Integer> {

        private final Program program;

        @Option(names = "--choices", paramLabel = "FILE", required = true) private @Nullable String choices;

        @Option(names = "--out", paramLabel = "DIR") private @Nullable String out;

        OfApply(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            Choices decided = ChoicesInput.read(Optional.ofNullable(choices).orElseThrow(), program);
            try (Journey journey = program.journey(Optional.of(decided))) {
                AccountState account = journey.survey();
                journey.check(account, decided);
                Plan plan = journey.plan(account, decided);
                List<IamPolicy> all = new ArrayList<>(Survey
                        .policy(account.identity().partition(), Beyond.facts(decided.beyond().on()))
                        .parts());
                all.addAll(Permissions.policy(plan).parts());
                print(program, Optional.ofNullable(out), "apply", all);
                return StackNotes.allFree(account)
                        ? Journey.exitCode(journey.judge(account, decided))
                        : ExitCode.NOT_DONE;
            }
        }
    }

    /** Documents and nothing else on standard output, one after the other; or each in a file. */
    private static void print(Program program, Optional<String> out, String name, List<IamPolicy> policies) {
        Terminal terminal = program.terminal();
        if (out.isEmpty()) {
            terminal.print(policies.stream().flatMap((policy) -> policy.json().lines()).toList());
            if (policies.size() > 1) {
                terminal.note(TEXTS.get("permissions.several", Map.of("count", String.valueOf(policies.size()))));
            }
            return;
        }
        OutputFolder folder = new OutputFolder("--out", OutputFile.path("--out", out.get()));
        folder.check();
        Stream.iterate(0, (at) -> at < policies.size(), (at) -> at + 1).forEach((at) -> {
            OutputFile file = folder.file("footing-" + name + (policies.size() > 1 ? "-" + (at + 1) : "") + ".json");
            file.write(policies.get(at).json());
            terminal.note(TEXTS.get("file.written", Map.of("file", file.path().toString())));
        });
    }
}
