package footing.baseline;

import footing.account.AccountState;
import footing.account.Fact;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.Complaint.Severity;
import footing.plan.Change;
import footing.plan.Change.StackResource;
import footing.plan.Remedy;
import footing.plan.ResourceTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The roles that the remedies would make under a name that the account gave to a role already. IAM has one role of a
 * name, so CloudFormation could not make a second one, and the first is not Footing's to change.
 */
final class TakenRoles {

    private static final String ROLE = "AWS::IAM::Role";

    private TakenRoles() {
    }

    static List<Complaint> complaints(AccountState account, Choices choices) {
        Set<String> there = account.read(Fact.ROLE_NAMES).found().orElse(Set.of());
        if (there.isEmpty()) {
            return List.of();
        }
        return Baseline.remedies(account, choices)
                .values()
                .stream()
                .flatMap(TakenRoles::roles)
                .filter((role) -> there.stream().anyMatch(ResourceTypes.nameOf(role)::equalsIgnoreCase)
                        && !account.madeByFooting(ROLE, ResourceTypes.nameOf(role)))
                .map((role) -> new Complaint(role.item().id(), ResourceTypes.nameOf(role), Severity.ERROR,
                        "complaint.role-there", Map.of("item", role.item().id()), Optional.empty()))
                .toList();
    }

    private static Stream<StackResource> roles(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Nothing nothing -> Stream.empty();
            case Remedy.Changes(List<Change> changes, _) -> changes.stream()
                    .filter(StackResource.class::isInstance)
                    .map(StackResource.class::cast)
                    .filter((resource) -> resource.type().equals(ROLE));
        };
    }
}
