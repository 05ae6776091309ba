package footing.wizard;

import footing.account.AccountState;
import footing.choices.Attestation;
import footing.choices.Activity;
import footing.choices.Choices;
import footing.choices.Contacts;
import footing.choices.Conventions;
import footing.choices.ItemId;
import footing.choices.LogStorage;
import footing.choices.Notifications;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Choices with a part of them replaced. */
public final class ChoicesEdit {

    private ChoicesEdit() {
    }

    /** What was chosen, or what conventions propose where nothing was yet, with the words that are kept. */
    public static Choices soFar(Session session, AccountState account) {
        return session.choices().orElseGet(() -> session.words().over(Conventions.choices(account)));
    }

    public static Choices contacts(Choices choices, Contacts contacts) {
        return choices.withContacts(contacts);
    }

    public static Choices logs(Choices choices, Notifications notifications, LogStorage storage,
            Set<Activity> alarms) {
        return choices.withNotifications(notifications).withLogStorage(storage).withAlarms(alarms);
    }

    /** @param left whether the item is to stay as it is */
    public static Choices leave(Choices choices, ItemId item, boolean left) {
        Set<ItemId> leave = EnumSet.noneOf(ItemId.class);
        leave.addAll(choices.leave());
        if (left) {
            leave.add(item);
        } else {
            leave.remove(item);
        }
        return choices.withLeave(leave);
    }

    /** @param word empty takes back what was given */
    public static Choices attest(Choices choices, ItemId item, Optional<Attestation> word) {
        Map<ItemId, Attestation> words = new EnumMap<>(ItemId.class);
        words.putAll(choices.attestations());
        words.remove(item);
        word.ifPresent((given) -> words.put(item, given));
        return choices.withAttestations(words);
    }
}
