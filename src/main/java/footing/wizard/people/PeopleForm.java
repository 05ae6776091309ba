package footing.wizard.people;

import footing.choices.Attestation;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.choices.Rules;
import footing.choices.Standards;
import footing.choices.SupportPlan;
import footing.wizard.ChoicesEdit;
import footing.wizard.form.Field;
import footing.wizard.form.Form;
import footing.wizard.form.Written;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** All that the page asks for, as it is written, and the choices that it makes. */
final class PeopleForm {

    static final String ROOT_UNUSED_DAYS = "standards.rootUnusedDays";
    static final String OWNER_TAG = "standards.ownerTag";
    static final String SUPPORT = "standards.support";
    /** The items that ask for somebody's word here, in the order of the page. */
    static final List<ItemId> WORDS = List.of(ItemId.PEOPLE_PROCESS, ItemId.ROOT_PASSWORD, ItemId.ROOT_MFA,
            ItemId.SUPPORT_PLAN);
    static final List<ItemId> LEAVABLE = List.of(ItemId.FEDERATION, ItemId.ACCESS_REVIEW,
            ItemId.ROLE_GROUPS, ItemId.PASSWORD_POLICY);

    private final Form form;
    private final FederationFields federation;
    private final GroupFields groups;
    private final PasswordFields passwords;
    private final Field ownerTag;
    private final Written<Integer> rootUnusedDays;
    private final Field supportField;
    private final ObjectProperty<Optional<SupportPlan>> support = new SimpleObjectProperty<>(this, "support",
            Optional.empty());
    private final BooleanProperty unusedAccess = new SimpleBooleanProperty(this, "unusedAccess");
    private final Map<ItemId, WordFields> words = new EnumMap<>(ItemId.class);
    private final Map<ItemId, BooleanProperty> leave = new EnumMap<>(ItemId.class);

    /** @param rules what is wrong with what is written now */
    PeopleForm(Supplier<List<Complaint>> rules) {
        form = new Form(rules);
        federation = new FederationFields(form);
        groups = new GroupFields(form);
        passwords = new PasswordFields(form);
        ownerTag = form.field(OWNER_TAG);
        rootUnusedDays = Written.number(form.field(ROOT_UNUSED_DAYS));
        supportField = form.field(SUPPORT);
        WORDS.forEach((item) -> words.put(item, new WordFields(form, item)));
        LEAVABLE.forEach((item) -> leave(item).subscribe((before, now) -> form.check()));
        support.subscribe((before, now) -> form.check());
        unusedAccess.subscribe((before, now) -> form.check());
        Stream.of(federation.saml().roles().rows().all(), federation.openIdConnect().roles().rows().all(),
                groups.rows().all()).forEach((rows) -> rows.subscribe(this::arrange));
        arrange();
    }

    Form form() {
        return form;
    }

    FederationFields federation() {
        return federation;
    }

    GroupFields groups() {
        return groups;
    }

    PasswordFields passwords() {
        return passwords;
    }

    ObjectProperty<Optional<SupportPlan>> support() {
        return support;
    }

    /** Whether an analyzer tells what access nobody uses. */
    BooleanProperty unusedAccess() {
        return unusedAccess;
    }

    WordFields word(ItemId item) {
        return words.computeIfAbsent(item, (key) -> new WordFields(form, key));
    }

    /** Whether the item stays as it is. */
    BooleanProperty leave(ItemId item) {
        return leave.computeIfAbsent(item, (key) -> new SimpleBooleanProperty(this, key.id()));
    }

    /** @param hidden whether an item could not be seen: what could not be seen is not written either */
    void fill(Choices choices, Predicate<ItemId> hidden, LocalDate today) {
        unusedAccess.set(choices.access().unusedAccess());
        federation.fill(choices.access());
        groups.fill(choices.groups());
        passwords.fill(choices.passwordPolicy());
        ownerTag.value().set(choices.standards().ownerTag().orElse(""));
        rootUnusedDays.field().value().set(Integer.toString(choices.standards().rootUnusedDays()));
        support.set(choices.standards().support());
        words.values().forEach((word) -> word.fill(word(choices, word.item()), today));
        fillLeft(choices, hidden);
    }

    /** What other pages may have changed since: they take words, and leave items, too. */
    void fillAgain(Choices choices, Predicate<ItemId> hidden, LocalDate today) {
        words.values()
                .stream()
                .filter((word) -> !word.given().get())
                .forEach((word) -> word.fill(word(choices, word.item()), today));
        fillLeft(choices, hidden);
    }

    private void fillLeft(Choices choices, Predicate<ItemId> hidden) {
        leave.forEach((item, left) -> left.set(choices.leaves(item) || hidden.test(item)));
    }

    /**
     * What the page makes of the choices so far.
     *
     * @param asked whether somebody's word is asked for; where it is not, one that was given before is kept
     */
    Choices choices(Choices base, Predicate<ItemId> asked, LocalDate today) {
        Choices choices = base.withStandards(new Standards(rootUnusedDays.meant()
                .orElse(Standards.USUAL
                        .rootUnusedDays()),
                ownerTag.given(), support.get()));
        choices = choices.withAccess(choices.access().withUnusedAccess(unusedAccess.get()));
        if (!leave(ItemId.FEDERATION).get()) {
            choices = choices.withAccess(federation.choices(choices.access()));
        }
        if (!leave(ItemId.ROLE_GROUPS).get()) {
            choices = choices.withGroups(groups.groups());
        }
        if (!leave(ItemId.PASSWORD_POLICY).get()) {
            choices = choices.withPasswordPolicy(passwords.policy());
        }
        for (ItemId item : LEAVABLE) {
            choices = ChoicesEdit.leave(choices, item, leave(item).get());
        }
        for (WordFields word : words.values()) {
            if (asked.test(word.item())) {
                choices = ChoicesEdit.attest(choices, word.item(), word.word(today));
            }
        }
        return choices;
    }

    /** What is wrong or odd, each with the field that it stands at. */
    List<Complaint> complaints(Choices choices, Predicate<ItemId> asked, LocalDate today) {
        List<Complaint> ofChoices = Rules.check(choices);
        List<Complaint> complaints = new ArrayList<>(rootUnusedDays.complaintsOfRequired());
        complaints.addAll(ofChoices);
        complaints.addAll(Rules.given(choices, today));
        if (!leave(ItemId.FEDERATION).get()) {
            complaints.addAll(federation.complaints());
        }
        if (!leave(ItemId.ROLE_GROUPS).get()) {
            complaints.addAll(groups.complaints());
        }
        if (!leave(ItemId.PASSWORD_POLICY).get()) {
            complaints.addAll(passwords.complaints(ofChoices));
        }
        words.values()
                .stream()
                .filter((word) -> asked.test(word.item()))
                .forEach((word) -> complaints.addAll(word.complaints()));
        return complaints;
    }

    private void arrange() {
        form.arrange(Stream.of(federation.fields(), groups.rows().fields(), passwords.fields(), Stream.of(ownerTag),
                word(ItemId.PEOPLE_PROCESS).fields(), Stream.of(rootUnusedDays.field()),
                word(ItemId.ROOT_PASSWORD).fields(), word(ItemId.ROOT_MFA).fields(), Stream.of(supportField),
                word(ItemId.SUPPORT_PLAN).fields()).flatMap((fields) -> fields).toList());
    }

    private static Optional<Attestation> word(Choices choices, ItemId item) {
        return Optional.ofNullable(choices.attestations().get(item));
    }
}
