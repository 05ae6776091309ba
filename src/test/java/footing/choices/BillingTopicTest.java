package footing.choices;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Budget;
import footing.account.Fact;
import footing.account.Identity;
import footing.account.Partition;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Topic;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BillingTopicTest {

    private static final String ARN = "arn:aws:sns:us-east-1:123456789012:spend-and-security";

    private static Topic topic(Reading<Topic.Access> access) {
        return new Topic(ARN, "spend-and-security", Region.US_EAST_1, List.of(), access);
    }

    private static Budget budget() {
        return new Budget("all", Budget.COST, Optional.empty(), true, Optional.empty(),
                List.of(new Budget.Notice("FORECASTED", BigDecimal.valueOf(100), true,
                        Reading.seen(List.of(new Budget.Subscriber(true, ARN))))));
    }

    /** In us-east-1 the survey comes by a topic twice: as one of the home Region, and as one of where budgets are. */
    @Test
    void topicThatBudgetsNotify_isAdopted_whenItWasSeenTwice() {
        Topic whole = topic(Reading.seen(new Topic.Access("{}", Optional.empty())));
        AccountState account = new AccountState(
                new Identity("123456789012", "arn:aws:iam::123456789012:user/x", Optional.empty(), Partition.AWS),
                Region.US_EAST_1, List.of(Region.US_EAST_1), Instant.EPOCH, Map.of())
                .with(Fact.BUDGETS, Reading.seen(List.of(budget())))
                .with(Fact.BILLING_TOPICS, Reading.seen(List.of(topic(new Reading.Failed<>(
                        new Problem(Problem.Kind.NOT_READ, "sns:GetTopicAttributes", "spend-and-security"))))))
                .with(Fact.TOPICS, Reading.seen(List.of(whole)));

        assertThat(BillingTopic.all(account)).containsExactly(whole);
        assertThat(BillingTopic.adoptable(account)).contains(whole);
    }
}
