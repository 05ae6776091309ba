package footing.baseline.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether the conditions of a statement hold, as far as anybody can tell who does not see the request itself. */
final class PolicyConditions {

    /** What a part of a policy comes to. */
    enum Answer {
        NO,
        UNSURE,
        YES
    }

    private static final Pattern OPERATOR = Pattern.compile(
            "(?<kind>String|Arn|Bool)(?<not>Not)?(?<how>Equals|Like|EqualsIgnoreCase)?(?<ifExists>IfExists)?");
    private static final String VARIABLE = "${";

    /** Keys that tell who asks, or from where; a statement for everybody that asks for one is for these alone. */
    private static final Set<String> NARROWING = Set.of("aws:sourcearn", "aws:sourceaccount", "aws:sourceowner",
            "aws:sourceorgid", "aws:sourceorgpaths", "aws:principalorgid", "aws:principalorgpaths",
            "aws:principalaccount", "aws:principalarn", "aws:sourcevpc", "aws:sourcevpce", "aws:sourceip", "aws:userid",
            "aws:principalservicename", "kms:calleraccount", "s3:dataaccesspointaccount");
    private static final Pattern NARROW_OPERATOR = Pattern.compile(
            "(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress)");
    private static final Pattern ANY_ACCOUNT = Pattern
            .compile("\\*|0\\.0\\.0\\.0/0|::/0|arn:[^:]*:[^:]*:[^:]*:\\*?:.*");

    private PolicyConditions() {
    }

    /**
     * @param context the keys whose values are known, in lower case; of those with an empty value it is known that the
     * request does not have them
     * @param unknown gets the keys that nobody here can tell
     */
    static Answer hold(JsonNode condition, Map<String, Optional<String>> context, SortedSet<String> unknown) {
        Answer all = Answer.YES;
        SortedSet<String> open = new TreeSet<>();
        for (Map.Entry<String, JsonNode> operator : condition.properties()) {
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                Answer one = holds(operator.getKey(), key.getKey().toLowerCase(Locale.ROOT),
                        PolicyDocument.texts(key.getValue()), context);
                if (one == Answer.UNSURE) {
                    open.add(key.getKey());
                }
                all = all.compareTo(one) <= 0 ? all : one;
            }
        }
        if (all == Answer.UNSURE) {
            unknown.addAll(open);
        }
        return all;
    }

    /** Whether conditions leave of everybody only some: an account, an organization, a network. */
    static boolean narrow(JsonNode condition) {
        return condition.properties()
                .stream()
                .filter((operator) -> NARROW_OPERATOR.matcher(operator.getKey()).matches())
                .flatMap((operator) -> operator.getValue().properties().stream())
                .filter((key) -> NARROWING.contains(key.getKey().toLowerCase(Locale.ROOT)))
                .map((key) -> PolicyDocument.texts(key.getValue()))
                .anyMatch((values) -> !values.isEmpty()
                        && values.stream().noneMatch((value) -> ANY_ACCOUNT.matcher(value).matches()));
    }

    private static Answer holds(String operator, String key, List<String> values,
            Map<String, Optional<String>> context) {
        Optional<Optional<String>> known = Optional.ofNullable(context.get(key));
        if (known.isEmpty() || values.stream().anyMatch((value) -> value.contains(VARIABLE))) {
            return Answer.UNSURE;
        }
        if (operator.equals("Null")) {
            return answer(values.contains(String.valueOf(known.get().isEmpty())));
        }
        var parts = OPERATOR.matcher(operator);
        if (!parts.matches()) {
            return Answer.UNSURE;
        }
        boolean not = Optional.ofNullable(parts.group("not")).isPresent();
        if (known.get().isEmpty()) {
            // What asks that something is not so holds where there is nothing.
            return answer(not || Optional.ofNullable(parts.group("ifExists")).isPresent());
        }
        String given = known.get().get();
        boolean like = Optional.ofNullable(parts.group("how")).filter("Like"::equals).isPresent()
                || parts.group("kind").equals("Arn");
        boolean exact = parts.group("kind").equals("String")
                && Optional.ofNullable(parts.group("how")).filter("EqualsIgnoreCase"::equals).isEmpty();
        Predicate<String> same = like
                ? (value) -> Glob.matches(value, given)
                : exact ? given::equals : given::equalsIgnoreCase;
        return answer(not != values.stream().anyMatch(same));
    }

    private static Answer answer(boolean yes) {
        return yes ? Answer.YES : Answer.NO;
    }
}
