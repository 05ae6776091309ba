package footing.practice.cloudformation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.practice.ChangeSet.Change;
import footing.practice.StackState;
import footing.practice.StackState.Applied;
import footing.practice.StackState.Deployment;
import footing.practice.StackState.Resource;
import footing.practice.cloudformation.Template.Declared;
import footing.practice.cloudformation.Template.Keep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a change set says: how a stack differs from what it is to be. */
final class Comparison {

    private final StackState stack;
    private final Template target;
    private final Resolution resolution;
    /** What will not be what it is now, so that what refers to it is not known yet. */
    private final Set<String> unknown = new HashSet<>();

    Comparison(Site site, StackState stack, Template target, Deployment deployment) {
        this.stack = stack;
        this.target = target;
        this.resolution = new Resolution(site, target, deployment,
                (id) -> unknown.contains(id) ? Optional.empty() : stack.resource(id));
    }

    /**
     * The changes, in the template's order; what goes away comes last.
     *
     * @throws software.amazon.awssdk.services.cloudformation.model.CloudFormationException where a resource would
     * become one of another type
     */
    List<Change> changes() {
        refuseOtherTypes();
        Map<String, Change> changes = new LinkedHashMap<>();
        for (Declared declared : References.ordered(target)) {
            change(declared).ifPresent((change) -> changes.put(declared.logicalId(), change));
        }
        List<Change> inOrder = new ArrayList<>();
        target.resources().keySet().forEach((id) -> Optional.ofNullable(changes.get(id)).ifPresent(inOrder::add));
        stack.resources()
                .stream()
                .filter((one) -> !target.resources().containsKey(one.logicalId()))
                .map(Comparison::removal)
                .forEach(inOrder::add);
        return inOrder;
    }

    private void refuseOtherTypes() {
        Set<String> other = new TreeSet<>();
        stack.resources()
                .forEach((one) -> Optional.ofNullable(target.resources().get(one.logicalId()))
                        .filter((declared) -> !declared.type().equals(one.type()))
                        .ifPresent((declared) -> other.add(one.logicalId())));
        if (!other.isEmpty()) {
            throw Refusals.validation("Update of resource type is not permitted. The new template modifies resource "
                    + "type of the following resources: " + other);
        }
    }

    private Optional<Change> change(Declared declared) {
        String id = declared.logicalId();
        Applied wanted = wanted(declared);
        Optional<Resource> there = stack.resource(id);
        if (there.isEmpty()) {
            unknown.add(id);
            return Optional.of(new Change("Add", id, "", declared.type(), "", "", List.of(), "", context(wanted)));
        }
        Resource resource = there.get();
        Difference difference = Difference.between(ResourceTypes.of(declared.type()), resource.applied(), wanted);
        if (difference.isEmpty()) {
            return Optional.empty();
        }
        boolean replaced = difference.replacement() != Difference.Replacement.FALSE;
        if (replaced) {
            unknown.add(id);
        }
        String policy = declared.updateReplacePolicy() == Keep.RETAIN ? "ReplaceAndRetain" : "ReplaceAndDelete";
        return Optional.of(new Change("Modify", id, resource.physicalId(), resource.type(),
                difference.replacement().written(), replaced ? policy : "", difference.details(),
                context(resource.applied()), context(wanted)));
    }

    private Applied wanted(Declared declared) {
        try {
            return resolution.wanted(declared);
        } catch (Shape.Misfit misfit) {
            throw Refusals.validation(TemplateCheck.misfit(declared.logicalId(), misfit));
        }
    }

    private static Change removal(Resource resource) {
        boolean kept = !resource.applied().deletionPolicy().equals(Keep.DELETE.written());
        return new Change("Remove", resource.logicalId(), resource.physicalId(), resource.type(), "",
                kept ? "Retain" : "Delete", List.of(), context(resource.applied()), "");
    }

    /** A resource as a change set shows it. */
    private static String context(Applied applied) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.set("Properties", Properties.parse(applied.properties()));
        if (!applied.deletionPolicy().equals(Keep.DELETE.written())) {
            context.put("DeletionPolicy", applied.deletionPolicy());
        }
        if (!applied.metadata().equals("{}")) {
            context.set("Metadata", Properties.parse(applied.metadata()));
        }
        return context.toString();
    }
}
