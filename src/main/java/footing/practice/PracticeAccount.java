package footing.practice;

import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.account.model.AlternateContact;
import software.amazon.awssdk.services.account.model.ContactInformation;
import software.amazon.awssdk.services.account.model.Region;

/**
 * All that the practice account holds, as one value that never changes. Where AWS has a shape for something, it is
 * kept in that shape.
 *
 * @param scenario the scenario it was begun from
 * @param home the Region that people here work in
 * @param caller who is signed in
 * @param regions every Region that the account knows of, with its status
 * @param contact the primary contact
 * @param alternateContacts by type: {@code SECURITY}
 * @param trails by ARN, each once: in its home Region
 * @param buckets by name
 * @param logGroups by ARN without the trailing {@code :*}
 * @param alarms by ARN
 * @param topics by ARN, with their subscriptions
 * @param access what other services than IAM know of people and access
 * @param config AWS Config's recorders, channels and rules
 * @param events EventBridge's rules and buses
 * @param billing budgets, reports, and the plans that are paid for
 * @param beyond what is there of what the baseline does not ask for
 * @param stacks by stack id
 * @param denials the actions that are refused, whatever policies say
 * @param bounds what hems in whoever is signed in
 */
public record PracticeAccount(String scenario, String home, Caller caller, List<Region> regions,
        ContactInformation contact, Table<AlternateContact> alternateContacts, IamState iam, Table<TrailState> trails,
        Table<BucketState> buckets, Table<LogGroupState> logGroups, Table<AlarmState> alarms, Table<TopicState> topics,
        AccessState access, ConfigState config, EventsState events, BillingState billing, BeyondState beyond,
        Table<StackState> stacks,
        List<Denial> denials, Bounds bounds) {

    public PracticeAccount {
        regions = List.copyOf(regions);
        denials = List.copyOf(denials);
    }

    /**
     * Who is signed in. Source: {@code sts:GetCallerIdentity}.
     *
     * @param account the account's id, 12 digits
     */
    public record Caller(String account, String arn, String userId) {
    }

    /** As it is begun from another scenario, with its own Regions. */
    PracticeAccount begunFrom(String name, List<Region> all) {
        return new PracticeAccount(name, home, caller, all, contact, alternateContacts, iam, trails, buckets,
                logGroups, alarms, topics, access, config, events, billing, beyond, stacks, denials, bounds);
    }

    public PracticeAccount withCaller(Caller now) {
        return new PracticeAccount(scenario, home, now, regions, contact, alternateContacts, iam, trails, buckets,
                logGroups, alarms, topics, access, config, events, billing, beyond, stacks, denials, bounds);
    }

    public PracticeAccount withContact(ContactInformation now) {
        return new PracticeAccount(scenario, home, caller, regions, now, alternateContacts, iam, trails, buckets,
                logGroups, alarms, topics, access, config, events, billing, beyond, stacks, denials, bounds);
    }

    public PracticeAccount withAlternateContacts(UnaryOperator<Table<AlternateContact>> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, change.apply(alternateContacts), iam,
                trails, buckets, logGroups, alarms, topics, access, config, events, billing, beyond, stacks, denials,
                bounds);
    }

    public PracticeAccount withIam(UnaryOperator<IamState> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, change.apply(iam),
                trails, buckets, logGroups, alarms, topics, access, config, events, billing, beyond, stacks, denials,
                bounds);
    }

    public PracticeAccount withTrails(UnaryOperator<Table<TrailState>> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam,
                change.apply(trails), buckets, logGroups, alarms, topics, access, config, events, billing, beyond,
                stacks,
                denials, bounds);
    }

    public PracticeAccount withBuckets(UnaryOperator<Table<BucketState>> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam, trails,
                change.apply(buckets), logGroups, alarms, topics, access, config, events, billing, beyond, stacks,
                denials,
                bounds);
    }

    public PracticeAccount withLogGroups(UnaryOperator<Table<LogGroupState>> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam, trails, buckets,
                change.apply(logGroups), alarms, topics, access, config, events, billing, beyond, stacks, denials,
                bounds);
    }

    public PracticeAccount withAlarms(UnaryOperator<Table<AlarmState>> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam, trails, buckets,
                logGroups, change.apply(alarms), topics, access, config, events, billing, beyond, stacks, denials,
                bounds);
    }

    public PracticeAccount withTopics(UnaryOperator<Table<TopicState>> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam, trails, buckets,
                logGroups, alarms, change.apply(topics), access, config, events, billing, beyond, stacks, denials,
                bounds);
    }

    public PracticeAccount withAccess(UnaryOperator<AccessState> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam, trails, buckets,
                logGroups, alarms, topics, change.apply(access), config, events, billing, beyond, stacks, denials,
                bounds);
    }

    public PracticeAccount withConfig(UnaryOperator<ConfigState> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam, trails, buckets,
                logGroups, alarms, topics, access, change.apply(config), events, billing, beyond, stacks, denials,
                bounds);
    }

    public PracticeAccount withEvents(UnaryOperator<EventsState> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam, trails, buckets,
                logGroups, alarms, topics, access, config, change.apply(events), billing, beyond, stacks, denials,
                bounds);
    }

    public PracticeAccount withBilling(UnaryOperator<BillingState> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam, trails, buckets,
                logGroups, alarms, topics, access, config, events, change.apply(billing), beyond, stacks, denials,
                bounds);
    }

    public PracticeAccount withBeyond(UnaryOperator<BeyondState> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam, trails, buckets,
                logGroups, alarms, topics, access, config, events, billing, change.apply(beyond), stacks, denials,
                bounds);
    }

    public PracticeAccount withStacks(UnaryOperator<Table<StackState>> change) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam, trails, buckets,
                logGroups, alarms, topics, access, config, events, billing, beyond, change.apply(stacks), denials,
                bounds);
    }

    public PracticeAccount withDenials(List<Denial> now) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam, trails, buckets,
                logGroups, alarms, topics, access, config, events, billing, beyond, stacks, now, bounds);
    }

    public PracticeAccount withBounds(Bounds now) {
        return new PracticeAccount(scenario, home, caller, regions, contact, alternateContacts, iam, trails, buckets,
                logGroups, alarms, topics, access, config, events, billing, beyond, stacks, denials, now);
    }

    /** The id of the account, 12 digits. */
    public String id() {
        return caller.account();
    }
}
