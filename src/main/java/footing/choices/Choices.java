package footing.choices;

import footing.account.PasswordPolicy;
import footing.account.Region;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that people decide, and nothing that software could find out.
 *
 * @param home the Region of what is made once
 * @param regions the Regions to look after, the home Region among them
 * @param passwordPolicy what the account's password policy must at least demand
 * @param alarms the activities that raise an alarm
 * @param standards what the account is measured by, where that is left to people
 * @param groups the IAM groups to make
 * @param access how people get in, and how that is reviewed
 * @param beyond what is wanted beyond the baseline
 * @param leave the items that are to stay as they are
 * @param attestations people's word, by item
 */
public record Choices(Region home, List<Region> regions, Contacts contacts, Notifications notifications,
        LogStorage logStorage, Billing billing, PasswordPolicy passwordPolicy, Set<Activity> alarms,
        Standards standards, Groups groups, Access access, BeyondChoices beyond, Set<ItemId> leave,
        Map<ItemId, Attestation> attestations) {

    public Choices {
        regions = List.copyOf(regions);
        alarms = Set.copyOf(alarms);
        leave = Set.copyOf(leave);
        attestations = Map.copyOf(attestations);
    }

    public boolean leaves(ItemId item) {
        return leave.contains(item);
    }

    public Choices withRegions(List<Region> now) {
        return new Choices(home, now, contacts, notifications, logStorage, billing, passwordPolicy, alarms, standards,
                groups, access, beyond, leave, attestations);
    }

    public Choices withContacts(Contacts now) {
        return new Choices(home, regions, now, notifications, logStorage, billing, passwordPolicy, alarms, standards,
                groups, access, beyond, leave, attestations);
    }

    public Choices withNotifications(Notifications now) {
        return new Choices(home, regions, contacts, now, logStorage, billing, passwordPolicy, alarms, standards, groups,
                access, beyond, leave, attestations);
    }

    public Choices withLogStorage(LogStorage now) {
        return new Choices(home, regions, contacts, notifications, now, billing, passwordPolicy, alarms, standards,
                groups, access, beyond, leave, attestations);
    }

    public Choices withBilling(Billing now) {
        return new Choices(home, regions, contacts, notifications, logStorage, now, passwordPolicy, alarms, standards,
                groups, access, beyond, leave, attestations);
    }

    public Choices withPasswordPolicy(PasswordPolicy now) {
        return new Choices(home, regions, contacts, notifications, logStorage, billing, now, alarms, standards, groups,
                access, beyond, leave, attestations);
    }

    public Choices withAlarms(Set<Activity> now) {
        return new Choices(home, regions, contacts, notifications, logStorage, billing, passwordPolicy, now, standards,
                groups, access, beyond, leave, attestations);
    }

    public Choices withStandards(Standards now) {
        return new Choices(home, regions, contacts, notifications, logStorage, billing, passwordPolicy, alarms, now,
                groups, access, beyond, leave, attestations);
    }

    public Choices withGroups(Groups now) {
        return new Choices(home, regions, contacts, notifications, logStorage, billing, passwordPolicy, alarms,
                standards, now, access, beyond, leave, attestations);
    }

    public Choices withAccess(Access now) {
        return new Choices(home, regions, contacts, notifications, logStorage, billing, passwordPolicy, alarms,
                standards, groups, now, beyond, leave, attestations);
    }

    public Choices withBeyond(BeyondChoices now) {
        return new Choices(home, regions, contacts, notifications, logStorage, billing, passwordPolicy, alarms,
                standards, groups, access, now, leave, attestations);
    }

    public Choices withLeave(Set<ItemId> now) {
        return new Choices(home, regions, contacts, notifications, logStorage, billing, passwordPolicy, alarms,
                standards, groups, access, beyond, now, attestations);
    }

    public Choices withAttestations(Map<ItemId, Attestation> now) {
        return new Choices(home, regions, contacts, notifications, logStorage, billing, passwordPolicy, alarms,
                standards, groups, access, beyond, leave, now);
    }
}
