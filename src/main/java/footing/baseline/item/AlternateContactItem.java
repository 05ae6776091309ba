package footing.baseline.item;

import static footing.baseline.Verdict.Ruling;

import footing.account.AccountState;
import footing.account.AlternateContact;
import footing.account.ContactType;
import footing.account.Fact;
import footing.account.Reading;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Addresses;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Remedy;
import footing.plan.Setting;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One of the three alternate contacts is set, to a group's own address. Source: {@code account:GetAlternateContact} for
 * all three, since an address that two of them share is nobody's own.
 */
final class AlternateContactItem extends Described {

    enum Result implements Outcome {
        GROUP(Status.MET),
        NONE(Status.NOT_MET),
        FREE_MAIL(Status.NOT_MET),
        SHARED(Status.NOT_MET),
        /** A name pattern is an indication only: {@code grace.hopper@} can be a meeting room. */
        LOOKS_PERSONAL(Status.NEEDS_ATTESTATION),
        /** {@code jdoe@} can be anything. */
        PERHAPS_GROUP(Status.NEEDS_ATTESTATION);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    private final ContactType type;

    private AlternateContactItem(ContactType type, ItemId id, Controls controls) {
        super(id, Section.COMMUNICATION, Fix.FOOTING,
                Set.of(Fact.BILLING_CONTACT, Fact.OPERATIONS_CONTACT, Fact.SECURITY_CONTACT), Result.values(),
                controls);
        this.type = type;
    }

    static AlternateContactItem of(ContactType type) {
        return switch (type) {
            case BILLING -> new AlternateContactItem(type, ItemId.BILLING_CONTACT, Controls.none());
            case OPERATIONS -> new AlternateContactItem(type, ItemId.OPERATIONS_CONTACT, Controls.none());
            case SECURITY -> new AlternateContactItem(type, ItemId.SECURITY_CONTACT,
                    Controls.cis("1.2", "1.2", "1.2", "2.2", "2.3")
                            .securityHub("Account.1")
                            .nist("CM-2, CM-2(2)")
                            .iso("A.5.5"));
        };
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.of(this,
                account.read(type.fact())
                        .flatMap((contact) -> contact.map((there) -> ruling(there, account))
                                .orElseGet(() -> Reading.seen(Ruling.of(Result.NONE)))));
    }

    private Reading<Ruling> ruling(AlternateContact contact, AccountState account) {
        if (Addresses.isFreeMail(contact.email())) {
            return Reading.seen(Ruling.of(Result.FREE_MAIL, Map.of("email", contact.email())));
        }
        Optional<ContactType> twin = twin(contact.email(), account);
        if (twin.isPresent()) {
            // The other contact's reading goes along, for its evidence.
            return account.read(twin.get().fact())
                    .map((other) -> Ruling.of(Result.SHARED,
                            Map.of("email", contact.email(), "other", twin.get().name().toLowerCase(Locale.ROOT))));
        }
        Map<String, String> values = Map.of("email", contact.email());
        if (!Addresses.looksLikeGroup(contact.email())) {
            return Reading.seen(Ruling.of(
                    Addresses.looksLikeName(contact.email()) ? Result.LOOKS_PERSONAL : Result.PERHAPS_GROUP, values));
        }
        // One that nobody could see can have the same address.
        return Reading.all(Arrays.stream(ContactType.values()).map((one) -> account.read(one.fact())).toList())
                .map((all) -> Ruling.of(Result.GROUP, values));
    }

    /** Another contact that was seen to have the same address. */
    private Optional<ContactType> twin(String email, AccountState account) {
        return Arrays.stream(ContactType.values())
                .filter((other) -> other != type)
                .filter((other) -> account.read(other.fact())
                        .found()
                        .flatMap((contact) -> contact)
                        .filter((contact) -> contact.email().equalsIgnoreCase(email))
                        .isPresent())
                .findFirst();
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        Optional<AlternateContact> there = account.read(type.fact()).found().orElse(Optional.empty());
        Optional<AlternateContact> chosen = Optional.ofNullable(choices.contacts().alternate().get(type));
        if (chosen.isPresent() && !chosen.equals(there)) {
            return Remedy.of(new Change.DirectSetting<>(id(),
                    new Setting.AlternateContactSetting(type, account.identity().partition().globalRegion()), there,
                    chosen, Change.When.BEFORE_STACKS));
        }
        return switch (judge(account).status()) {
            case MET, UNKNOWN, PENDING, ATTESTED, NOT_APPLICABLE -> Remedy.nothing(Remedy.Reason.IN_ORDER);
            case NOT_MET -> Remedy.nothing(Remedy.Reason.NOT_DECIDED);
            case NEEDS_ATTESTATION -> Remedy.of(Console.step(id(), "alternate-contact", Console.account(account)));
        };
    }
}
