package footing.baseline;

import footing.account.AccountState;
import footing.baseline.item.Items;
import footing.choices.Attestation;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ExampleChoices;
import footing.choices.ItemId;
import footing.choices.Standards;
import footing.plan.Change;
import footing.plan.Remedy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The baseline: its items in order, and what they make of an account. */
public final class Baseline {

    /** The items, in the order in which people read them. Only items that work stand here. */
    public static final List<Item> ITEMS = Items.ALL;

    private Baseline() {
    }

    /**
     * What came of every item, before anybody decided anything.
     *
     * @param attestations people's word, by item
     * @param today the day on which an attestation has to hold
     */
    public static List<Finding> judge(AccountState account, Map<ItemId, Attestation> attestations, LocalDate today) {
        Choices decided = ExampleChoices.of(account);
        return ITEMS.stream()
                .map((item) -> judge(item, account, () -> decided, attestations, Standards.USUAL, today))
                .toList();
    }

    /** The same by what people decided: their word, what they measure the account by, and what is to be done. */
    public static List<Finding> judge(AccountState account, Choices choices, LocalDate today) {
        return ITEMS.stream()
                .map((item) -> judge(item, account, () -> choices, choices.attestations(),
                        choices.standards(), today))
                .toList();
    }

    public static Finding judge(Item item, AccountState account, Map<ItemId, Attestation> attestations,
            LocalDate today) {
        return judge(item, account, attestations, Standards.USUAL, today);
    }

    public static Finding judge(Item item, AccountState account, Map<ItemId, Attestation> attestations,
            Standards standards, LocalDate today) {
        return judge(item, account, () -> ExampleChoices.of(account).withStandards(standards), attestations, standards,
                today);
    }

    /** @param choices by which it is told who acts; where nobody decided yet, as if everything were decided */
    private static Finding judge(Item item, AccountState account, Supplier<Choices> choices,
            Map<ItemId, Attestation> attestations, Standards standards, LocalDate today) {
        Verdict verdict = item.judge(account, standards);
        Optional<Attestation> word = Optional.ofNullable(attestations.get(item.id()));
        boolean attested = verdict.status() == Status.NEEDS_ATTESTATION
                && word.filter((given) -> given.holdsOn(today)).isPresent();
        Status status = attested ? Status.ATTESTED : verdict.status();
        return new Finding(item, status, verdict, word,
                Acting.next(item, status, verdict, () -> remedy(item, account, choices.get())));
    }

    /** What would mend every item, and bring what is wanted beyond them. What a person leaves, and what could not be seen, is left alone. */
    public static Map<ItemId, Remedy> remedies(AccountState account, Choices choices) {
        Map<ItemId, Remedy> remedies = new EnumMap<>(ItemId.class);
        for (Item item : ITEMS) {
            remedies.put(item.id(), remedy(item, account, choices));
        }
        remedies.putAll(Beyond.remedies(account, choices));
        return remedies;
    }

    /** The items, and those beyond them, for which there is a case in which a person's word counts. */
    public static List<ItemId> settledByAWord() {
        return Arrays.stream(ItemId.values()).filter(Misplaced::isSettledByAWord).toList();
    }

    /** What people chose that cannot be so, as this account is: told before anything is planned. */
    public static List<Complaint> complaints(AccountState account, Choices choices) {
        return Stream.of(Misplaced.complaints(account, choices), EarlierHome.complaints(account, choices),
                ITEMS.stream().flatMap((item) -> item.complaints(account, choices).stream()).toList(),
                TakenRoles.complaints(account, choices)).flatMap(List::stream).toList();
    }

    static Remedy remedy(Item item, AccountState account, Choices choices) {
        if (choices.leaves(item.id())) {
            return Remedy.nothing(Remedy.Reason.LEFT);
        }
        Verdict verdict = item.judge(account, choices.standards());
        Status status = verdict.status();
        // What was found in the Regions that were looked at can be mended there, whatever the others are like.
        return switch (verdict.outcome().map(Outcome::status).orElse(status)) {
            case UNKNOWN -> Remedy.nothing(verdict.isRefusedAbove() ? Remedy.Reason.FORBIDDEN : Remedy.Reason.NOT_SEEN);
            case NOT_APPLICABLE -> Remedy.nothing(Remedy.Reason.IN_ORDER);
            case MET, NOT_MET, PENDING, ATTESTED -> told(checked(item.remedy(account, choices), account), status);
            case NEEDS_ATTESTATION -> {
                Remedy remedy = checked(item.remedy(account, choices), account);
                yield isAttested(item.id(), account, choices) ? withoutSteps(remedy) : told(remedy, status);
            }
        };
    }

    /** Nothing is said to be in order that is not judged so. */
    private static Remedy told(Remedy remedy, Status status) {
        return switch (remedy) {
            case Remedy.Nothing(Remedy.Reason reason) -> Remedy.nothing(told(reason, status));
            case Remedy.Changes(List<Change> changes, Remedy.Reason settled) ->
                new Remedy.Changes(changes, isUndone(changes, settled, status)
                        ? Remedy.Reason.NOT_IN_EFFECT
                        : told(settled, status));
        };
    }

    /** Whether the stack, where it holds all this already, has been undone outside of it. */
    private static boolean isUndone(List<Change> changes, Remedy.Reason settled, Status status) {
        return settled == Remedy.Reason.IN_ORDER && status == Status.NOT_MET
                && changes.stream().anyMatch(Change.StackResource.class::isInstance);
    }

    private static Remedy.Reason told(Remedy.Reason reason, Status status) {
        if (reason != Remedy.Reason.IN_ORDER && reason != Remedy.Reason.ADOPTED) {
            return reason;
        }
        return switch (status) {
            case MET, ATTESTED, NOT_APPLICABLE -> reason;
            case PENDING -> Remedy.Reason.WAITING;
            case NOT_MET -> Remedy.Reason.STILL_OPEN;
            case NEEDS_ATTESTATION -> Remedy.Reason.NEEDS_WORD;
            case UNKNOWN -> Remedy.Reason.NOT_SEEN;
        };
    }

    /** Whoever cannot see the stacks cannot tell what Footing made, and would make it twice. */
    private static Remedy checked(Remedy remedy, AccountState account) {
        boolean blind = remedy instanceof Remedy.Changes(List<Change> changes, _)
                && changes.stream()
                        .anyMatch((change) -> change instanceof Change.StackResource resource
                                && !resource.stack().isSeen(account));
        return blind ? Remedy.nothing(Remedy.Reason.NOT_SEEN) : remedy;
    }

    private static boolean isAttested(ItemId item, AccountState account, Choices choices) {
        LocalDate today = LocalDate.ofInstant(account.surveyedAt(), ZoneOffset.UTC);
        return Optional.ofNullable(choices.attestations().get(item)).filter((word) -> word.holdsOn(today)).isPresent();
    }

    /** What a person has given their word for need not be done by hand once more. */
    private static Remedy withoutSteps(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Nothing nothing -> nothing;
            case Remedy.Changes(List<Change> changes, Remedy.Reason settled) -> {
                List<Change> left = changes.stream()
                        .filter((change) -> !(change instanceof Change.ManualStep))
                        .toList();
                yield left.isEmpty() ? Remedy.nothing(Remedy.Reason.IN_ORDER) : new Remedy.Changes(left, settled);
            }
        };
    }
}
