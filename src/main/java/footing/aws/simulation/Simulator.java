package footing.aws.simulation;

import footing.account.Absence;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.aws.AwsClients;
import footing.aws.AwsErrors;
import footing.aws.FromSdk;
import footing.aws.SdkService;
import footing.plan.Allowance.Doubt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/** Asks IAM, call by call. It throws nothing that AWS answers. Source: {@code iam:SimulatePrincipalPolicy}. */
final class Simulator {

    /** Of one answer. */
    private static final int MOST_ITEMS = 1000;
    private static final String GET_ROLE = "GetRole";
    private static final String SIMULATE = "SimulatePrincipalPolicy";
    /** What IAM answers for all of a question that holds one action that it does not know, or two that do not go together. */
    private static final String NOT_TAKEN = "InvalidInput";

    private final AwsClients clients;
    private final Region region;
    private final AtomicInteger left;

    /** @param most calls that it makes, whatever is asked */
    Simulator(AwsClients clients, Region home, int most) {
        this.clients = clients;
        this.region = SdkService.of(IamClient.class).region(home);
        this.left = new AtomicInteger(most);
    }

    /** What came of a question: what is decided of its actions, or why nothing is. */
    sealed interface Answer {
        record Given(List<EvaluationResult> results) implements Answer {
        }

        record None(Doubt why) implements Answer {
        }
    }

    /** The ARN that the simulation takes, or why there is none. */
    sealed interface Principal {
        record Found(String arn) implements Principal {
        }

        record None(Doubt why) implements Principal {
        }
    }

    Principal principal(Source source) {
        return switch (source) {
            case Source.User(String arn) -> new Principal.Found(arn);
            case Source.Nobody(Doubt.Who who) -> new Principal.None(new Doubt.NotSimulated(who));
            case Source.Role(String name) -> role(name);
        };
    }

    private Principal role(String name) {
        try {
            return new Principal.Found(iam().getRole((request) -> request.roleName(name)).role().arn());
        } catch (RuntimeException refused) {
            return new Principal.None(doubt(GET_ROLE, refused));
        }
    }

    /** Asks, and asks about the halves where IAM does not take the whole. */
    List<Answered> ask(String principal, Question question) {
        if (left.decrementAndGet() < 0) {
            return List.of(new Answered(question, new Answer.None(new Doubt.TooMuchToAsk())));
        }
        try {
            return List.of(new Answered(question, new Answer.Given(results(principal, question))));
        } catch (RuntimeException refused) {
            boolean notTaken = AwsErrors.code(refused).filter(NOT_TAKEN::equals).isPresent();
            List<Question> halves = notTaken ? question.halves() : List.of();
            if (!halves.isEmpty()) {
                return halves.stream().flatMap((half) -> ask(principal, half).stream()).toList();
            }
            return List.of(new Answered(question, new Answer.None(notTaken
                    ? new Doubt.NotUnderstood(AwsErrors.message(refused))
                    : doubt(SIMULATE, refused))));
        }
    }

    /** A question, or a part of one, with what came of it. */
    record Answered(Question question, Answer answer) {
    }

    private List<EvaluationResult> results(String principal, Question question) {
        SimulatePrincipalPolicyRequest request = SimulatePrincipalPolicyRequest.builder()
                .policySourceArn(principal)
                .actionNames(question.actions().stream().map((permission) -> permission.action()).toList())
                .resourceArns(question.resources())
                .contextEntries(context(question))
                .maxItems(MOST_ITEMS)
                .build();
        List<EvaluationResult> results = new ArrayList<>();
        SimulatePrincipalPolicyResponse page = iam().simulatePrincipalPolicy(request);
        results.addAll(page.evaluationResults());
        while (FromSdk.flag(page.isTruncated()) && left.decrementAndGet() >= 0) {
            page = iam().simulatePrincipalPolicy(request.toBuilder().marker(page.marker()).build());
            results.addAll(page.evaluationResults());
        }
        return results;
    }

    private static List<ContextEntry> context(Question question) {
        Map<String, String> keys = new TreeMap<>(question.statement().equal());
        keys.put("aws:RequestedRegion", question.region().id());
        List<ContextEntry> entries = new ArrayList<>();
        keys.forEach((key, value) -> entries.add(entry(key, ContextKeyTypeEnum.STRING, value)));
        entries.add(entry("aws:SecureTransport", ContextKeyTypeEnum.BOOLEAN, "true"));
        return entries;
    }

    private static ContextEntry entry(String key, ContextKeyTypeEnum type, String value) {
        return ContextEntry.builder().contextKeyName(key).contextKeyType(type).contextKeyValues(value).build();
    }

    private Doubt doubt(String operation, RuntimeException refused) {
        Reading<Object> reading = AwsErrors.reading(refused,
                new AwsErrors.Asked(SdkService.of(IamClient.class), operation, region, Instant.EPOCH, Map.of()));
        return switch (reading) {
            case Reading.Denied<Object> denied -> new Doubt.MayNotAsk(denied.missing(), denied.by());
            case Reading.Unavailable<Object>(Absence why) -> new Doubt.NoAnswer(why.detail());
            case Reading.Failed<Object>(Problem problem) -> new Doubt.NoAnswer(problem.message());
            case Reading.Seen<Object> seen -> throw new IllegalStateException("an error that was seen", refused);
        };
    }

    private IamClient iam() {
        return clients.get(IamClient.class, region);
    }
}
