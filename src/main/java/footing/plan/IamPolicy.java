package footing.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.account.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An IAM policy that allows what is listed, and nothing else. */
public record IamPolicy(List<Statement> statements) {

    /** The version of the language, which every policy of AWS names. */
    public static final String VERSION = "2012-10-17";

    /** What IAM takes in one managed policy. */
    private static final int MOST_CHARACTERS = 6144;

    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    public IamPolicy {
        statements = List.copyOf(statements);
    }

    /**
     * @param sid its name: letters and digits
     * @param resources ARNs, or {@code *}
     * @param equal condition keys and what they must equal; may be empty
     */
    public record Statement(String sid, SortedSet<Permission> actions, List<String> resources,
            Map<String, String> equal) {
        public Statement {
            actions = Collections.unmodifiableSortedSet(new TreeSet<>(actions));
            resources = List.copyOf(resources);
            equal = Collections.unmodifiableSortedMap(new TreeMap<>(equal));
        }
    }

    /** One statement a service, on every resource. */
    public static IamPolicy allowing(Collection<Permission> permissions) {
        SortedMap<String, SortedSet<Permission>> byService = new TreeMap<>();
        for (Permission permission : permissions) {
            byService.computeIfAbsent(permission.action().split(":", 2)[0], (service) -> new TreeSet<>())
                    .add(permission);
        }
        return new IamPolicy(byService.entrySet()
                .stream()
                .map((entry) -> new Statement(sid(entry.getKey()), entry.getValue(), List.of("*"), Map.of()))
                .toList());
    }

    /**
     * The same in as many policies as it takes, each of which IAM takes as a managed policy; what is allowed stands in
     * one order, whoever asks.
     */
    public List<IamPolicy> parts() {
        List<IamPolicy> parts = new ArrayList<>();
        List<Statement> part = new ArrayList<>();
        for (Statement statement : statements.stream().flatMap(IamPolicy::halved).toList()) {
            part.add(statement);
            if (part.size() > 1 && !new IamPolicy(part).fits()) {
                part.removeLast();
                parts.add(new IamPolicy(part));
                part = new ArrayList<>(List.of(statement));
            }
        }
        if (!part.isEmpty()) {
            parts.add(new IamPolicy(part));
        }
        return List.copyOf(parts);
    }

    /** A statement that is too long for a policy of its own, as several; IAM wants each name in a policy once. */
    private static Stream<Statement> halved(Statement statement) {
        List<Permission> actions = List.copyOf(statement.actions());
        if (actions.size() < 2 || new IamPolicy(List.of(statement)).fits()) {
            return Stream.of(statement);
        }
        int middle = actions.size() / 2;
        return Stream.of(new Statement(statement.sid(), new TreeSet<>(actions.subList(0, middle)),
                statement.resources(), statement.equal()),
                new Statement(statement.sid() + "More", new TreeSet<>(actions.subList(middle, actions.size())),
                        statement.resources(), statement.equal()))
                .flatMap(IamPolicy::halved);
    }

    /** IAM does not count white space, and there is none in what a policy of Footing's names. */
    private boolean fits() {
        return json().replaceAll("\\s", "").length() <= MOST_CHARACTERS;
    }

    /** As IAM takes it, indented, with a line break at its end. */
    public String json() {
        ObjectNode document = JSON.createObjectNode().put("Version", VERSION);
        for (Statement statement : statements) {
            ObjectNode json = document.withArray("Statement").addObject();
            json.put("Sid", statement.sid()).put("Effect", "Allow");
            statement.actions().forEach((permission) -> json.withArray("Action").add(permission.action()));
            statement.resources().forEach((arn) -> json.withArray("Resource").add(arn));
            if (!statement.equal().isEmpty()) {
                ObjectNode equals = json.putObject("Condition").putObject("StringEquals");
                statement.equal().forEach(equals::put);
            }
        }
        try {
            return PRETTY.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }

    private static String sid(String service) {
        return Character.toUpperCase(service.charAt(0)) + service.substring(1).replaceAll("[^A-Za-z0-9]", "");
    }
}
