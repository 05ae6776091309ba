package footing.practice.cloudformation;

import footing.practice.StackState.Applied;
import footing.practice.StackState.Resource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** Calls a resource's type, and puts what it throws into the words of a stack's event. */
final class Handler {

    private final Site site;

    Handler(Site site) {
        this.site = site;
    }

    /** What came of an attempt. */
    sealed interface Outcome {

        record Done() implements Outcome {
        }

        record Waits(ResourceType.NotYet why) implements Outcome {
        }

        /** @param reason as an event gives it */
        record Failed(String reason) implements Outcome {
        }
    }

    /** Like {@link #attempt}, of something that may have to wait for something else. */
    Outcome attemptOrWait(String logicalId, UUID token, Runnable attempt) {
        try {
            return attempt(logicalId, token, attempt).<Outcome>map(Outcome.Failed::new).orElseGet(Outcome.Done::new);
        } catch (ResourceType.NotYet why) {
            return new Outcome.Waits(why);
        }
    }

    /** The event's reason where something was waited for in vain. */
    String inVain(String logicalId, UUID token, ResourceType.NotYet why) {
        return attempt(logicalId, token, () -> {
            throw why.inVain();
        }).orElseThrow();
    }

    /**
     * @param token what the message names the request by
     * @return why it failed, as the event's reason; empty where it did not
     */
    Optional<String> attempt(String logicalId, UUID token, Runnable attempt) {
        try {
            attempt.run();
            return Optional.empty();
        } catch (Shape.Misfit misfit) {
            return Optional.of(TemplateCheck.misfit(logicalId, misfit));
        } catch (ResourceType.HandlerRefusal refusal) {
            return Optional.of(message(refusal, token, refusal.code()));
        } catch (CloudFormationException unresolved) {
            return Optional.of(unresolved.awsErrorDetails().errorMessage());
        } catch (AwsServiceException refusal) {
            return Optional.of(message(refusal, token, code(refusal.awsErrorDetails().errorCode())));
        }
    }

    private static String message(RuntimeException refusal, UUID token, String code) {
        return "Resource handler returned message: \"%s\" (RequestToken: %s, HandlerErrorCode: %s)"
                .formatted(refusal.getMessage(), token, code);
    }

    private static String code(String errorCode) {
        if (errorCode.contains("AlreadyExists") || errorCode.contains("AlreadyOwned")) {
            return "AlreadyExists";
        }
        if (errorCode.startsWith("NoSuch") || errorCode.contains("NotFound")) {
            return "NotFound";
        }
        if (errorCode.contains("AccessDenied") || errorCode.contains("Authorization")) {
            return "AccessDenied";
        }
        if (errorCode.contains("Throttl")) {
            return "Throttling";
        }
        boolean invalid = errorCode.contains("Invalid") || errorCode.contains("Malformed")
                || errorCode.contains("Validation");
        return invalid ? "InvalidRequest" : "GeneralServiceException";
    }

    /** @return the physical id */
    String make(Resource resource, Applied wanted, String name) {
        return type(resource).make(request(resource.withPhysicalId(""), wanted, name, Optional.empty()));
    }

    /** @param before what was applied before; empty where the resource has just been made */
    void configure(Resource resource, Applied wanted, Optional<Applied> before) {
        type(resource).configure(request(resource, wanted, "", before));
    }

    /** What is gone already counts as deleted. */
    void delete(Resource resource) {
        ResourceType.ifThere(() -> type(resource)
                .delete(request(resource, resource.applied(), "", Optional.empty())));
    }

    /** What {@code Fn::GetAtt} gives from now on, and under {@code Ref} what {@code Ref} gives. */
    SortedMap<String, String> attributes(Resource resource, Applied applied) {
        ResourceType.Request request = request(resource, applied, "", Optional.empty());
        SortedMap<String, String> values = new TreeMap<>(type(resource).attributeValues(request));
        values.put("Ref", type(resource).ref(request));
        return values;
    }

    private ResourceType.Request request(Resource resource, Applied wanted, String name, Optional<Applied> before) {
        return new ResourceType.Request(site, resource.physicalId(), name, Properties.of(wanted.properties()),
                before.map((was) -> Properties.of(was.properties())), wanted.tags(),
                before.map(Applied::tags).orElseGet(TreeMap::new));
    }

    private static ResourceType type(Resource resource) {
        return ResourceTypes.of(resource.type());
    }
}
