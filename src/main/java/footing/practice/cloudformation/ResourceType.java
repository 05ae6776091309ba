package footing.practice.cloudformation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A resource type: what it takes and gives, and how it is made, changed and deleted by its service's own client. What a
 * service throws is its refusal, and is reported as such.
 */
interface ResourceType {

    /** What is known of every resource of the type. */
    Kind kind();

    /**
     * Makes the resource.
     *
     * @return its physical id, by which it is known from now on, whatever comes of {@link #configure}
     */
    String make(Request request);

    /**
     * Brings a resource to what is asked: after it was made, with {@link Request#before} empty, and when it is changed
     * in place.
     */
    void configure(Request request);

    void delete(Request request);

    /** What {@code Fn::GetAtt} gives, by attribute: the physical id, where nothing else is said. */
    default SortedMap<String, String> attributeValues(Request request) {
        SortedMap<String, String> values = new TreeMap<>();
        kind().attributes().forEach((attribute) -> values.put(attribute, request.physicalId()));
        return values;
    }

    /** What {@code Ref} gives. */
    default String ref(Request request) {
        return request.physicalId();
    }

    /** Deletes what may be gone already: then there is nothing to do. */
    static void ifThere(Runnable delete) {
        isThere(delete);
    }

    /**
     * Whether what a call is about is there.
     *
     * @param call whatever else it is refused for is thrown
     */
    static boolean isThere(Runnable call) {
        try {
            call.run();
            return true;
        } catch (AwsServiceException refused) {
            String code = refused.awsErrorDetails().errorCode();
            if (!code.startsWith("NoSuch") && !code.contains("NotFound")) {
                throw refused;
            }
            return false;
        }
    }

    /**
     * What is known of every resource of a type.
     *
     * @param name {@code AWS::SNS::Topic}
     * @param properties those that it takes, with what each of them takes
     * @param attributes what {@code Fn::GetAtt} can ask for
     * @param nameProperty the property that names the resource, where one does: a resource whose name stays as it is
     * cannot be replaced, since both would have it for a while
     * @param tagging which tags are put on the resource
     */
    record Kind(String name, Shape.Fields properties, Set<String> attributes, Optional<String> nameProperty,
            Tagging tagging) {

        /** Without attributes, a name, or tags. */
        static Kind of(String name, Shape.Fields properties) {
            return new Kind(name, properties, Set.of(), Optional.empty(), Tagging.NONE);
        }

        Kind giving(String... asked) {
            return new Kind(name, properties, Set.of(asked), nameProperty, tagging);
        }

        Kind namedBy(String property) {
            return new Kind(name, properties, attributes, Optional.of(property), tagging);
        }

        Kind tagged(Tagging by) {
            return new Kind(name, properties, attributes, nameProperty, by);
        }
    }

    enum Tagging {
        NONE,
        /** The stack's and its own. */
        STACK,
        /** Those, and {@code aws:cloudformation:stack-name} and its like. */
        SYSTEM
    }

    /**
     * One resource to work on.
     *
     * @param physicalId empty while it is not made
     * @param name what it is called where its properties do not say
     * @param properties what is asked
     * @param before what was there; empty when it has just been made
     * @param tags all that it is to have
     * @param tagsBefore all that it had
     */
    record Request(Site site, String physicalId, String name, Properties properties, Optional<Properties> before,
            SortedMap<String, String> tags, SortedMap<String, String> tagsBefore) {

        Request made(String id) {
            return new Request(site, id, name, properties, before, tags, tagsBefore);
        }

        /** The name that a property gives, or the one that was found for it. */
        String named(String property) {
            return properties.text(property).orElse(name);
        }

        /**
         * Brings the tags of a resource that is there to what is asked.
         *
         * @param untag takes those that it has and is not to have any more
         * @param tag takes all that it is to have
         */
        void retag(Consumer<List<String>> untag, Consumer<SortedMap<String, String>> tag) {
            List<String> gone = tagsBefore.keySet().stream().filter((key) -> !tags.containsKey(key)).toList();
            if (!gone.isEmpty()) {
                untag.accept(gone);
            }
            tag.accept(tags);
        }

        /** Whether a part was there and is not any more. */
        boolean dropped(String property) {
            return before.filter((was) -> was.has(property)).isPresent() && !properties.has(property);
        }
    }

    /** Nothing was done yet: the handler waits for something, and is asked again. */
    final class NotYet extends RuntimeException {
        private final String what;

        /** @param what it waits for, as a sentence names it */
        NotYet(String what, AwsServiceException refused) {
            super("waits for " + what, refused);
            this.what = what;
        }

        /** What becomes of it where nothing else goes on that could bring it. */
        HandlerRefusal inVain() {
            return new HandlerRefusal("NotStabilized", "Exceeded attempts to wait for " + what + ".");
        }
    }

    /** Refused by the resource's handler itself, before the service was asked. */
    final class HandlerRefusal extends RuntimeException {
        private final String code;

        /** @param code as CloudFormation writes it: {@code AlreadyExists} */
        HandlerRefusal(String code, String message) {
            super(message);
            this.code = code;
        }

        static HandlerRefusal alreadyExists(String type, String id) {
            return new HandlerRefusal("AlreadyExists",
                    "Resource of type '%s' with identifier '%s' already exists.".formatted(type, id));
        }

        String code() {
            return code;
        }
    }
}
