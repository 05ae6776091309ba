package footing.aws.survey;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.aws.Connection;
import footing.baseline.Baseline;
import footing.baseline.Finding;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a survey costs where there is much of everything. */
@Timeout(60)
class LargeAccountTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private record Surveyed(AccountState account, Timings timings) {

        /** How often each operation was called. */
        Map<String, Long> calls() {
            return timings.calls()
                    .stream()
                    .collect(Collectors.groupingBy((call) -> call.service() + ":" + call.operation(), TreeMap::new,
                            Collectors.counting()));
        }
    }

    @Test
    void calls_growByPagesAlone_withUsersAndAlarms() {
        Map<String, Long> few = survey("generated:users=10,regions=34,alarms=10").calls();
        Surveyed many = survey("generated:users=2500,regions=34,alarms=450");

        // 2,503 users by a thousand, and 453 alarms by a hundred
        few.merge("iam:GetAccountAuthorizationDetails", 2L, Long::sum);
        few.merge("cloudwatch:DescribeAlarms", 4L, Long::sum);
        assertThat(many.calls()).isEqualTo(few);
        assertThat(many.timings().repeated()).isZero();
    }

    @Test
    void calls_growByRegion_andTheChainDoesNot() {
        Surveyed few = survey("generated:regions=2");
        Surveyed many = survey("generated:regions=34");

        assertThat(many.timings().longestChain()).isEqualTo(few.timings().longestChain());
        assertThat(many.calls().keySet()).isEqualTo(few.calls().keySet());
        assertThat(many.timings().calls().size()).isBetween(100, few.timings().calls().size() * 17);
    }

    @Test
    void everyItem_isJudged_withAllThatIsThere() {
        AccountState account = survey("generated:users=2500,regions=34,alarms=450").account();

        List<Finding> findings = Baseline.judge(account, Map.of(),
                LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC));
        assertThat(findings).hasSize(27);
        assertThat(account.regions()).hasSize(34);
        assertThat(account.read(Fact.IAM_PEOPLE).found().orElseThrow().users()).hasSize(2503);
    }

    private static Surveyed survey(String scenario) {
        List<SurveyEvent> events = new ArrayList<>();
        try (Connection connection = Practice.open(PracticeOptions.of(scenario).at(CLOCK))) {
            AccountState account = Survey.run(connection, SurveyOptions.of(connection.home(), CLOCK), events::add);
            return new Surveyed(account, Optional.of(events.getLast())
                    .map(SurveyEvent.Ended.class::cast)
                    .orElseThrow()
                    .timings());
        }
    }
}
