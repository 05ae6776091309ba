package footing.practice.cloudformation;

import footing.practice.StackState;
import footing.practice.StackState.Deployment;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;

/** Reads what a change set is asked for with, and refuses what cannot be. */
final class ChangeSetRequests {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]{0,127}");
    private static final Set<String> UPDATABLE = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE",
            "UPDATE_ROLLBACK_COMPLETE");

    private ChangeSetRequests() {
    }

    /** Refuses what CloudFormation would not begin to make. */
    static void refuse(CreateChangeSetRequest request, String type, Optional<StackState> there) {
        String name = request.stackName();
        String status = there.map(Stacks::status).orElse("");
        switch (type) {
            case "CREATE" -> {
                if (there.isPresent() && !status.equals("REVIEW_IN_PROGRESS")) {
                    throw Refusals.validation(("Stack [%s] already exists and cannot be created again with the "
                            + "changeSet [%s].").formatted(name, request.changeSetName()));
                }
            }
            case "UPDATE" -> {
                String id = there.map(StackState::stackId)
                        .orElseThrow(() -> Refusals.validation("Stack [" + name + "] does not exist"));
                if (!UPDATABLE.contains(status)) {
                    throw Refusals.validation("Stack:%s is in %s state and can not be updated.".formatted(id, status));
                }
                if ("DELETE".equals(request.onStackFailureAsString())) {
                    throw Refusals.validation("OnStackFailure DELETE is only valid for change sets of type CREATE");
                }
            }
            default -> throw Refusals.validation("The practice account makes no change set of type " + type);
        }
        if (there.isEmpty() && !NAME.matcher(name).matches()) {
            throw malformed("stackName", name);
        }
        if (!NAME.matcher(request.changeSetName()).matches()) {
            throw malformed("changeSetName", request.changeSetName());
        }
    }

    private static RuntimeException malformed(String field, String value) {
        return Refusals.validation(("1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*").formatted(value, field));
    }

    /** What AWS would heed and the practice account would not: better no answer than a wrong one. */
    private static void refuseWhatIsNotHeeded(CreateChangeSetRequest request) {
        Map<String, Boolean> asked = new TreeMap<>(Map.of("RoleARN", request.roleARN() != null, "TemplateURL",
                request.templateURL() != null, "NotificationARNs", !request.notificationARNs().isEmpty(),
                "ResourceTypes", !request.resourceTypes().isEmpty(), "ImportExistingResources",
                Boolean.TRUE.equals(request.importExistingResources()), "IncludeNestedStacks",
                Boolean.TRUE.equals(request.includeNestedStacks()), "RollbackConfiguration",
                request.rollbackConfiguration() != null));
        asked.entrySet().stream().filter(Map.Entry::getValue).findFirst().ifPresent((one) -> {
            throw Refusals.validation("The practice account does not know the option " + one.getKey());
        });
    }

    /** What the stack is asked to be, with the values of the request alone. */
    static Deployment asked(CreateChangeSetRequest request, Optional<StackState> there) {
        refuseWhatIsNotHeeded(request);
        boolean previous = Boolean.TRUE.equals(request.usePreviousTemplate());
        String template = previous
                ? there.map((stack) -> stack.deployed().template()).orElse("")
                : Optional.ofNullable(request.templateBody()).orElse("");
        if (template.isEmpty()) {
            throw Refusals.validation("Either Template URL or Template Body must be specified.");
        }
        SortedMap<String, String> before = there.map((stack) -> stack.deployed().parameters())
                .orElseGet(TreeMap::new);
        SortedMap<String, String> parameters = new TreeMap<>();
        request.parameters()
                .forEach((parameter) -> parameters.put(parameter.parameterKey(),
                        Boolean.TRUE.equals(parameter.usePreviousValue())
                                ? before.getOrDefault(parameter.parameterKey(), "")
                                : parameter.parameterValue()));
        SortedMap<String, String> tags = new TreeMap<>();
        request.tags().forEach((tag) -> tags.put(tag.key(), tag.value()));
        return new Deployment(template, parameters, tags, request.capabilitiesAsStrings(), "");
    }
}
