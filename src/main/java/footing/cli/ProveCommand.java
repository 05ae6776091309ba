package footing.cli;

import footing.account.AccountState;
import footing.account.MetricAlarm;
import footing.account.Topic;
import footing.aws.apply.ApplyEvent;
import footing.baseline.Finding;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.Confirmation;
import footing.choices.Confirmation.Read;
import footing.choices.Conventions;
import footing.choices.Rules;
import footing.text.Texts;
import footing.text.Visible;
import footing.work.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows that what was applied works, down to the person who reads the mail. */
@Command(name = "prove")
final class ProveCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.of("cli");
    private static final String ALL = "all";
    private static final int LONGEST = 320;

    private final Program program;

    @Option(names = "--confirm", paramLabel = "LINK|TOKEN") private @Nullable String confirm;

    @Option(names = "--topic", paramLabel = "ARN") private @Nullable String topic;

    @Option(names = "--resend", paramLabel = "ADDRESS|all") private @Nullable String resend;

    @Option(names = "--test-alarm") private boolean testAlarm;

    @Option(names = "--code", paramLabel = "CODE") private @Nullable String code;

    @Option(names = "--by", paramLabel = "NAME") private @Nullable String by;

    @Option(names = "--choices", paramLabel = "FILE") private @Nullable String choices;

    ProveCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        check();
        Optional<Confirmation> confirmation = Optional.ofNullable(confirm).map(ProveCommand::confirmation);
        Optional<Choices> decided = Optional.ofNullable(choices).map((file) -> ChoicesInput.read(file, program));
        try (Journey journey = program.journey(decided)) {
            AccountState account = journey.survey();
            journey.sayWhose(account);
            confirm(journey, account, confirmation);
            resend(journey, account);
            test(journey, account);
            type(journey, account);
            AccountState now = confirm == null && resend == null ? account : journey.survey();
            List<Finding> findings = journey.judge(now, decided.orElseGet(() -> Conventions.choices(now)));
            boolean all = new ProofTable(program.terminal()).print(now, findings, journey.proofs(now),
                    program.surroundings().work().place().clock().instant());
            unsent(journey);
            return all ? ExitCode.DONE : ExitCode.NOT_DONE;
        }
    }

    private void check() {
        long asked = Stream.of(confirm != null, resend != null, testAlarm, code != null).filter((one) -> one).count();
        if (asked > 1) {
            throw CommandException.wrongUse(TEXTS.get("prove.one"));
        }
        if (topic != null && confirm == null) {
            throw CommandException.wrongUse(TEXTS.get("prove.topic-alone"));
        }
        if ((code == null) != (by == null)) {
            throw CommandException.wrongUse(TEXTS.get("prove.code-by"));
        }
        Rules.who("--by", Optional.ofNullable(by).orElse("-"))
                .stream()
                .filter(Complaint::isError)
                .findFirst()
                .ifPresent(
                        (complaint) -> {
                            throw CommandException.wrongUse(ChoicesInput.line(complaint));
                        });
    }

    private static Confirmation confirmation(String pasted) {
        return switch (Confirmation.read(pasted)) {
            case Read.Found(Confirmation found) -> found;
            case Read.Wrong(String why) ->
                throw CommandException.wrongUse(TEXTS.get("prove.confirm." + why, Map.of("value",
                        Visible.line(pasted, 80))));
        };
    }

    private void confirm(Journey journey, AccountState account, Optional<Confirmation> confirmation) {
        confirmation.ifPresent((found) -> {
            Topic of = topic(account, found);
            told(journey.confirm(account, of, found.token()),
                    TEXTS.get("prove.confirmed-now", Map.of("topic", of.name())));
        });
    }

    /** The topic that a confirmation is for: one of those that count, whatever a link says. */
    private Topic topic(AccountState account, Confirmation confirmation) {
        List<Topic> topics = Work.topics(account);
        String allowed = topics.stream().map(Topic::arn).collect(Collectors.joining(", "));
        Optional<String> named = confirmation.topic().or(() -> Optional.ofNullable(topic));
        if (named.isEmpty() && topics.size() != 1) {
            throw CommandException.wrongUse(TEXTS.get("prove.which-topic", Map.of("allowed", allowed)));
        }
        return topics.stream()
                .filter((one) -> named.isEmpty() || named.get().equals(one.arn()))
                .findFirst()
                .orElseThrow(() -> CommandException.wrongUse(TEXTS.get("prove.other-topic", Map.of("value",
                        Visible.line(named.orElse(""), LONGEST), "allowed", allowed))));
    }

    private void resend(Journey journey, AccountState account) {
        if (resend == null) {
            return;
        }
        List<Work.Unconfirmed> waiting = Work.unconfirmed(account)
                .stream()
                .filter((one) -> resend.equals(ALL) || resend.equalsIgnoreCase(one.address()))
                .toList();
        if (waiting.isEmpty()) {
            throw CommandException.wrongUse(TEXTS.get("prove.nobody-waits", Map.of("value",
                    Visible.line(resend, LONGEST), "allowed", Work.unconfirmed(account)
                            .stream()
                            .map((one) -> Visible.line(one.address(), LONGEST))
                            .distinct()
                            .collect(Collectors.joining(", ")))));
        }
        waiting.forEach((one) -> one.topic()
                .subscriptions()
                .stream()
                .filter((subscription) -> !subscription.confirmed() && subscription.endpoint().equals(one.address()))
                .forEach((subscription) -> told(journey.resend(account, one.topic(), subscription), TEXTS.get(
                        "prove.resent", Map.of("address", Visible.line(one.address(), LONGEST), "topic",
                                one.topic().name())))));
    }

    private void test(Journey journey, AccountState account) {
        if (testAlarm) {
            MetricAlarm alarm = Work.testable(account)
                    .orElseThrow(() -> CommandException.notDone(TEXTS.get("prove.no-alarm")));
            told(journey.testAlarm(account, alarm), TEXTS.get("prove.set-off", Map.of("alarm",
                    Visible.line(alarm.name(), LONGEST))));
        }
    }

    private void type(Journey journey, AccountState account) {
        if (code != null && by != null && journey.typed(account, code, by.strip()).isEmpty()) {
            throw CommandException.wrongUse(TEXTS.get("prove.other-code", Map.of("value", Visible.line(code, 40))));
        }
    }

    private void told(Optional<ApplyEvent.Failure> failure, String done) {
        failure.ifPresent((why) -> {
            throw CommandException.notDone(ApplyLines.failure(why, List.of()));
        });
        program.terminal().say(done);
    }

    /** A practice account sends no mail: what would stand in it is shown instead. */
    private void unsent(Journey journey) {
        List<String> links = journey.connection().unsent().get();
        if (!links.isEmpty()) {
            program.terminal().heading(TEXTS.get("prove.unsent"));
            links.forEach((link) -> program.terminal().print(List.of("  " + link)));
        }
    }
}
