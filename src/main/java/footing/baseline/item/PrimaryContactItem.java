package footing.baseline.item;

import static footing.baseline.Verdict.Ruling;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.PrimaryContact;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import footing.plan.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The primary contact is the organization's: a company, its phone, and a distribution list as the root user's address.
 * AWS shows neither that address nor whose phone it is, so where nothing contradicts it a person gives their word.
 * Source: {@code account:GetContactInformation}.
 */
final class PrimaryContactItem extends Described {

    /** What people write where a form insists on a company. */
    private static final Set<String> NO_COMPANY = Set.of("", "-", ".", "n/a", "na", "none", "no", "private", "privat",
            "personal", "self", "individual", "me", "myself", "test", "tbd", "x");
    /** A number that nobody answers: one digit throughout, or the keys in their order. */
    private static final Pattern FILLER = Pattern.compile("(?:(\\d)\\1{5,}|0?123456\\d*)");

    enum Result implements Outcome {
        NO_COMPANY(Status.NOT_MET),
        FILLER_PHONE(Status.NOT_MET),
        COMPANY(Status.NEEDS_ATTESTATION);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    PrimaryContactItem() {
        super(ItemId.PRIMARY_CONTACT, Section.COMMUNICATION, Fix.FOOTING, Set.of(Fact.PRIMARY_CONTACT), Result.values(),
                Controls.cis("1.1", "1.1", "1.1", "2.1", "2.2").iso("A.5.5"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.of(this, account.read(Fact.PRIMARY_CONTACT).map(PrimaryContactItem::ruling));
    }

    private static Ruling ruling(PrimaryContact contact) {
        String company = contact.companyName().orElse("").strip();
        if (NO_COMPANY.contains(company.toLowerCase(Locale.ROOT))) {
            return Ruling.of(Result.NO_COMPANY, Map.of("name", contact.fullName()));
        }
        if (isFiller(contact.phoneNumber())) {
            return Ruling.of(Result.FILLER_PHONE, Map.of("phone", contact.phoneNumber()));
        }
        return Ruling.of(Result.COMPANY, Map.of("company", company, "phone", contact.phoneNumber()));
    }

    /** Whether the number is made up, with or without the country's code before it. */
    private static boolean isFiller(String phone) {
        String digits = phone.replaceAll("\\D", "");
        for (int code = 0; code <= Math.min(3, digits.length()); code++) {
            if (FILLER.matcher(digits.substring(code)).matches()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        List<Change> changes = new ArrayList<>();
        Optional<PrimaryContact> there = account.read(Fact.PRIMARY_CONTACT).found();
        Optional<PrimaryContact> chosen = choices.contacts().primary();
        if (there.isPresent() && chosen.isPresent() && !there.equals(chosen)) {
            changes.add(new Change.DirectSetting<>(id(),
                    new Setting.PrimaryContactSetting(account.identity().partition().globalRegion()), there.get(),
                    chosen.get(), Change.When.BEFORE_STACKS));
        }
        // The root user's address can be seen and changed by the root user alone.
        changes.add(Console.step(id(), "primary-contact", Console.account(account)));
        return new Remedy.Changes(changes);
    }
}
