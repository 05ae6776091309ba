package footing.baseline.item;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.IamPeople;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Choices;
import footing.choices.Groups;
import footing.choices.ItemId;
import footing.plan.Change;
import footing.plan.Change.StackResource;
import footing.plan.Remedy;
import footing.plan.Stack;
import footing.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Groups that stand for the roles of the organization, with managed policies, and no policy that is given to a user
 * alone. Footing makes groups; who is in them, and what users hold, is never changed. Source: {@code
 * iam:GetAccountAuthorizationDetails}.
 */
final class RoleGroups extends Described {

    private static final String GROUP = "AWS::IAM::Group";

    enum Result implements Outcome {
        GROUPS(Status.MET),
        NO_GROUPS(Status.NOT_MET),
        POLICIES_ON_USERS(Status.NOT_MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }

        /** Moving users could take away what they need tonight. */
        @Override
        public boolean isByHand() {
            return this == POLICIES_ON_USERS;
        }
    }

    RoleGroups() {
        super(ItemId.ROLE_GROUPS, Section.IDENTITY, Fix.FOOTING, Set.of(Fact.IAM_PEOPLE), Result.values(),
                Controls.cis("1.15", "1.15", "1.14", "2.14", "2.13").securityHub("IAM.2").nist("AC-2, AC-3, AC-6"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.of(this, account.read(Fact.IAM_PEOPLE).map(RoleGroups::ruling));
    }

    private static Ruling ruling(IamPeople people) {
        List<String> direct = people.users()
                .stream()
                .filter(IamPeople.User::hasPoliciesOfItsOwn)
                .map(IamPeople.User::name)
                .sorted()
                .toList();
        if (!direct.isEmpty()) {
            return Ruling.of(Result.POLICIES_ON_USERS, Names.users(direct));
        }
        List<String> groups = withManagedPolicies(people);
        return groups.isEmpty()
                ? Ruling.of(Result.NO_GROUPS)
                : Ruling.of(Result.GROUPS,
                        Map.of("count", String.valueOf(groups.size()), "groups", Names.some(groups)));
    }

    private static List<String> withManagedPolicies(IamPeople people) {
        return people.groups()
                .stream()
                .filter((group) -> !group.attached().isEmpty())
                .map(IamPeople.Group::name)
                .sorted()
                .toList();
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        List<Change> changes = new ArrayList<>();
        Optional<IamPeople> people = account.read(Fact.IAM_PEOPLE).found();
        people.ifPresent((found) -> changes.addAll(groups(found, account, choices)));
        Verdict verdict = judge(account);
        if (verdict.outcome().filter(Outcome::isByHand).isPresent()) {
            changes.add(Console.step(id(), "role-groups", Console.users(account)));
        }
        if (!changes.isEmpty()) {
            return new Remedy.Changes(changes);
        }
        return Remedy.nothing(verdict.status() == Status.MET
                ? Remedy.Reason.ADOPTED
                : Remedy.Reason.NOT_DECIDED);
    }

    /** None where the account has groups of its own that will do. A group of somebody else's is left as it is. */
    private List<StackResource> groups(IamPeople people, AccountState account, Choices choices) {
        boolean adopted = withManagedPolicies(people).stream()
                .anyMatch((name) -> !account.madeByFooting(GROUP, name));
        boolean madeBefore = people.groups().stream().anyMatch((group) -> account.madeByFooting(GROUP, group.name()));
        if (adopted && !madeBefore) {
            return List.of();
        }
        return choices.groups()
                .policies()
                .entrySet()
                .stream()
                .filter((wanted) -> people.groups()
                        .stream()
                        .noneMatch((group) -> group.name().equalsIgnoreCase(wanted.getKey())
                                && !account.madeByFooting(GROUP, group.name())))
                .map((wanted) -> group(account, wanted.getKey(), wanted.getValue()))
                .toList();
    }

    /** Kept when the stack goes: whoever is in it would lose their access with it. */
    private StackResource group(AccountState account, String name, List<String> policies) {
        return new StackResource(id(), Stack.SECURITY, Groups.logicalId(name), GROUP,
                Value.fields("GroupName", Value.text(name))
                        .with("ManagedPolicyArns", Statements.managedPolicies(account, policies)),
                true, Set.of());
    }
}
