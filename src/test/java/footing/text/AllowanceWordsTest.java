package footing.text;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.DeniedBy;
import footing.account.Permission;
import footing.plan.Allowance;
import footing.plan.Allowance.Asked;
import footing.plan.Allowance.Denied;
import footing.plan.Allowance.Doubt;
import footing.plan.Allowance.NotKnown;
import footing.plan.Allowance.Obstacle;
import footing.plan.Allowances;
import footing.plan.IamPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AllowanceWordsTest {

    private static final Permission CREATE = new Permission("iam:CreateGroup");
    private static final Asked ASKED = new Asked(
            new IamPolicy.Statement("Groups", new TreeSet<>(List.of(CREATE)), List.of("arn:a", "arn:b"), Map.of()),
            CREATE);

    private static Allowances of(Allowance... all) {
        return new Allowances(List.of(all));
    }

    @Test
    void bundle_hasATextForAllThatCanBeSaid_andNoOther() {
        Set<String> keys = new TreeSet<>(Set.of("allowed", "depends-on", "doubt", "list", "may-not-ask", "no-answer",
                "not-understood", "on", "policies", "several", "too-much", "whole"));
        for (Obstacle obstacle : Obstacle.values()) {
            String key = obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-');
            keys.addAll(List.of("by." + key, "advice." + key));
        }
        Arrays.stream(Doubt.Who.values())
                .forEach((who) -> keys.add("not-simulated." + who.name().toLowerCase(Locale.ROOT)));

        assertThat(Texts.of("allowance").keys()).isEqualTo(keys);
    }

    @Test
    void listToHandOn_namesEveryAction_withItsResources_andWhoCanHelp() {
        String list = AllowanceWords.list(of(new Denied(ASKED, List.of("arn:a"), Obstacle.NOT_ALLOWED, List.of()),
                new Denied(ASKED, List.of("*"), Obstacle.BOUNDARY, List.of())), "arn:me");

        assertThat(list).isEqualTo("""
            Denied to arn:me:

            Denied by your permissions boundary (1)
            - iam:CreateGroup
            A policy on you does not help. Whoever set your permissions boundary has to let it allow this.

            Allowed by no policy of yours (1)
            - iam:CreateGroup on arn:a
            Hand the policy on to whoever can grant it to you.
            """);
    }

    /** What AWS names is data: it stays on its line. */
    @Test
    void namesOfPolicies_areData() {
        assertThat(AllowanceWords.denied(of(new Denied(ASKED, List.of("*"), Obstacle.DENIED,
                List.of("evil\n- iam:*", "{count}"))))).singleElement()
                .satisfies((part) -> assertThat(part.title()).doesNotContain("\n").contains("{count}"));
    }

    @Test
    void everyReason_isToldOnce() {
        List<Doubt> doubts = new ArrayList<>(List.of(new Doubt.MayNotAsk(CREATE, DeniedBy.NOT_TOLD),
                new Doubt.NoAnswer("why"), new Doubt.NotUnderstood("why"), new Doubt.DependsOn(List.of("aws:x")),
                new Doubt.TooMuchToAsk()));
        Arrays.stream(Doubt.Who.values()).map(Doubt.NotSimulated::new).forEach(doubts::add);
        List<Allowance> all = new ArrayList<>();
        doubts.forEach((why) -> all.addAll(List.of(new NotKnown(ASKED, why), new NotKnown(ASKED, why))));

        assertThat(AllowanceWords.doubts(new Allowances(all))).hasSize(doubts.size()).doesNotHaveDuplicates();
    }
}
