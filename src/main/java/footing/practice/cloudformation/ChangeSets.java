package footing.practice.cloudformation;

import footing.practice.ChangeSet;
import footing.practice.ChangeSet.Change;
import footing.practice.StackOperation;
import footing.practice.StackOperation.Kind;
import footing.practice.StackOperation.Phase;
import footing.practice.StackState;
import footing.practice.StackState.Deployment;
import footing.practice.StackState.Status;
import footing.practice.StackState.Times;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;

/** Change sets: made, looked at, executed. */
final class ChangeSets {

    private static final String NO_CHANGES = "The submitted information didn't contain changes. Submit different "
            + "information to create a change set.";

    private final Stacks stacks;

    ChangeSets(Stacks stacks) {
        this.stacks = stacks;
    }

    /** @return the new change set, which is still being made */
    ChangeSet create(CreateChangeSetRequest request) {
        String type = Optional.ofNullable(request.changeSetTypeAsString()).orElse("UPDATE");
        Optional<StackState> there = stacks.find(request.stackName());
        ChangeSetRequests.refuse(request, type, there);
        Deployment asked = ChangeSetRequests.asked(request, there);
        Template template = TemplateCheck.read(asked.template());
        Capability.of(template).filter((needed) -> !needed.isAmong(asked.capabilities())).ifPresent((needed) -> {
            throw Refusals.capabilities(needed.name());
        });
        StackState stack = there.orElseGet(() -> inReview(request.stackName()));
        if (stack.changeSets().stream().anyMatch((one) -> one.name().equals(request.changeSetName()))) {
            throw Refusals.alreadyExists("ChangeSet " + request.changeSetName() + " already exists");
        }
        String id = id("changeSet", request.changeSetName(), stack.events().size() + stack.changeSets().size());
        Deployment target = new Deployment(asked.template(),
                new TreeMap<>(Parameter.values(template, asked.parameters())), asked.tags(),
                asked.capabilities(), id);
        ChangeSet changeSet = new ChangeSet(request.changeSetName(), id, type,
                Optional.ofNullable(request.description()).orElse(""), Status.of("CREATE_PENDING"), "UNAVAILABLE",
                target, Optional.ofNullable(request.onStackFailureAsString()).orElse("ROLLBACK"), stacks.now(),
                List.of());
        // Compared at once too, so that what cannot be is refused before there is anything.
        changes(stack, changeSet);
        stacks.save(stack.withChangeSets(with(stack, changeSet)));
        return changeSet;
    }

    private StackState inReview(String name) {
        String id = id("stack", name, stacks.count());
        StackState fresh = new StackState(name, id, stacks.region().id(), Status.of("REVIEW_IN_PROGRESS"),
                new Times(stacks.now(), Optional.empty(), Optional.empty()), false, Deployment.NONE, new TreeMap<>(),
                List.of(), List.of(), List.of(), Optional.empty());
        return stacks.work(fresh, (work) -> {
            work.stack("REVIEW_IN_PROGRESS", "User Initiated");
            return work;
        });
    }

    private String id(String kind, String name, int nth) {
        String arn = stacks.site("", "").arn("cloudformation", kind + "/" + name + "/");
        return arn + UUID.nameUUIDFromBytes((arn + nth).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Looks at a change set, which is one step further each time it is looked at until it is made.
     *
     * @param stackName may be empty where the change set is named by its id
     */
    ChangeSet look(String stackName, String nameOrId) {
        StackState stack = owner(stackName, nameOrId);
        ChangeSet changeSet = find(stack, nameOrId);
        ChangeSet next = switch (changeSet.status().code()) {
            case "CREATE_PENDING" -> changeSet.withStatus(Status.of("CREATE_IN_PROGRESS"), "UNAVAILABLE");
            case "CREATE_IN_PROGRESS" -> made(stack, changeSet);
            default -> changeSet;
        };
        if (!next.equals(changeSet)) {
            stacks.save(stack.withChangeSets(with(stack, next)));
        }
        return next;
    }

    private ChangeSet made(StackState stack, ChangeSet changeSet) {
        List<Change> changes = changes(stack, changeSet);
        boolean same = changes.isEmpty() && stack.deployed().tags().equals(changeSet.target().tags())
                && sameOutputs(stack, changeSet);
        return same
                ? changeSet.withStatus(new Status("FAILED", Optional.of(NO_CHANGES)), "UNAVAILABLE")
                : changeSet.withChanges(changes).withStatus(Status.of("CREATE_COMPLETE"), "AVAILABLE");
    }

    private static boolean sameOutputs(StackState stack, ChangeSet changeSet) {
        return !stack.deployed().template().isEmpty() && Template.read(stack.deployed().template())
                .outputs()
                .equals(Template.read(changeSet.target().template()).outputs());
    }

    private List<Change> changes(StackState stack, ChangeSet changeSet) {
        Template template = TemplateCheck.read(changeSet.target().template());
        return new Comparison(stacks.site(stack.name(), stack.stackId()), stack, template, changeSet.target())
                .changes();
    }

    private static List<ChangeSet> with(StackState stack, ChangeSet changeSet) {
        List<ChangeSet> all = new ArrayList<>(stack.changeSets());
        all.replaceAll((one) -> one.id().equals(changeSet.id()) ? changeSet : one);
        if (!all.contains(changeSet)) {
            all.add(changeSet);
        }
        return all;
    }

    void delete(String stackName, String nameOrId) {
        StackState stack = owner(stackName, nameOrId);
        boolean executing = stack.operation().isPresent()
                && stack.changeSets()
                        .stream()
                        .anyMatch((one) -> (one.name().equals(nameOrId) || one.id().equals(nameOrId))
                                && one.execution().startsWith("EXECUTE_"));
        if (executing) {
            throw Refusals.changeSetStatus("An operation on this ChangeSet is currently in progress. Please attempt "
                    + "this operation again later.");
        }
        stacks.save(stack.withChangeSets(stack.changeSets()
                .stream()
                .filter((one) -> !one.name().equals(nameOrId) && !one.id().equals(nameOrId))
                .toList()));
    }

    void execute(ExecuteChangeSetRequest request) {
        String name = Optional.ofNullable(request.stackName()).orElse("");
        StackState stack = owner(name, request.changeSetName());
        ChangeSet changeSet = find(stack, request.changeSetName());
        if (!changeSet.execution().equals("AVAILABLE")) {
            throw Refusals.changeSetStatus("ChangeSet [%s] cannot be executed in its current status of [%s]"
                    .formatted(changeSet.id(), changeSet.status().code()));
        }
        boolean create = changeSet.type().equals("CREATE");
        String onFailure = Boolean.TRUE.equals(request.disableRollback()) ? "DO_NOTHING" : changeSet.onStackFailure();
        StackOperation operation = new StackOperation(create ? Kind.CREATE : Kind.UPDATE, Phase.ACCEPTED,
                Optional.ofNullable(request.clientRequestToken()), onFailure, changeSet.target(), stack.resources(),
                new TreeSet<>(), List.of(), new TreeSet<>());
        Times times = new Times(stack.times().created(), Optional.of(stacks.now()), Optional.empty());
        StackState begun = stack.withChangeSets(List.of(changeSet.withStatus(changeSet.status(), "EXECUTE_COMPLETE")))
                .withTimes(times);
        stacks.work(begun, (work) -> {
            work.operation(operation);
            if (create) {
                work.deployed(changeSet.target(), new TreeMap<>());
            }
            return work;
        });
    }

    private StackState owner(String stackName, String nameOrId) {
        if (!stackName.isEmpty()) {
            return stacks.find(stackName)
                    .orElseThrow(() -> Refusals.validation("Stack [" + stackName + "] does not exist"));
        }
        return stacks.all()
                .stream()
                .filter((stack) -> stack.changeSets().stream().anyMatch((one) -> one.id().equals(nameOrId)))
                .findFirst()
                .orElseThrow(() -> Refusals.noChangeSet(nameOrId));
    }

    /** A change set as it is, without taking it further. */
    ChangeSet find(String stackName, String nameOrId) {
        return find(owner(stackName, nameOrId), nameOrId);
    }

    private static ChangeSet find(StackState stack, String nameOrId) {
        return stack.changeSets()
                .stream()
                .filter((one) -> one.name().equals(nameOrId) || one.id().equals(nameOrId))
                .findFirst()
                .orElseThrow(() -> Refusals.noChangeSet(nameOrId));
    }
}
