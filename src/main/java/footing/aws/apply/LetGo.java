package footing.aws.apply;

import footing.account.Region;
import footing.plan.Change;
import footing.plan.FieldReader;
import footing.plan.ResourceBody;
import footing.plan.ResourceTypes;
import footing.plan.Stack;
import footing.plan.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What earlier runs took out of their stacks, or put another in the place of, and kept, as their journals tell it. */
final class LetGo {

    /** What tells one resource from every other, in whichever stack it stands. */
    private record Name(String type, String name) {

        static Name of(Change.StackResource resource) {
            return new Name(resource.type(), ResourceTypes.nameOf(resource));
        }
    }

    private final SequencedMap<Name, Change.StackResource> kept = new LinkedHashMap<>();

    private LetGo() {
    }

    /**
     * @param entries of all runs, the oldest first
     * @param deployed what is in a stack now, which nobody has let go
     * @return each once; whether somebody has deleted it since, the journals do not know
     */
    static List<Change.StackResource> of(List<JournalEntry> entries,
            Collection<List<Change.StackResource>> deployed) {
        LetGo all = new LetGo();
        entries.stream().filter((entry) -> switch (entry.kind()) {
            // Whether it was done where the answer is lost is told by what is deployed.
            case WRITTEN, UNKNOWN -> true;
            case WRITING, FAILED, RUN_BEGAN, RUN_ENDED -> false;
        }).forEach(all::follow);
        deployed.forEach((stack) -> stack.forEach((resource) -> all.kept.remove(Name.of(resource))));
        return List.copyOf(all.kept.values());
    }

    private void follow(JournalEntry entry) {
        if (!(entry.subject() instanceof Value.Fields(var subject)) || !subject.containsKey("stack")) {
            return;
        }
        FieldReader fields = FieldReader.of(entry.subject());
        if (!Scribe.ACTIONS.contains(fields.text("action"))) {
            return;
        }
        Stack stack = Stack.named(fields.text("stack"), new Region(fields.text("region")));
        Map<Name, Change.StackResource> after = resources(stack, entry.after());
        resources(stack, entry.before()).forEach((name, resource) -> {
            if (resource.keep() && !after.containsKey(name)) {
                kept.put(name, resource);
            }
        });
    }

    private static Map<Name, Change.StackResource> resources(Stack stack, Value side) {
        Map<Name, Change.StackResource> resources = new LinkedHashMap<>();
        if (side instanceof Value.Fields(var bodies)) {
            bodies.forEach((logicalId, body) -> {
                if (!body.equals(Value.ABSENT)) {
                    read(stack, logicalId, body).ifPresent((resource) -> resources.put(Name.of(resource), resource));
                }
            });
        }
        return resources;
    }

    /** What another version wrote and this one does not know: nothing is decided by this list. */
    private static Optional<Change.StackResource> read(Stack stack, String logicalId, Value body) {
        try {
            return Optional.of(ResourceBody.read(stack, logicalId, body));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
