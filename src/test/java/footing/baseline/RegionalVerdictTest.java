package footing.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import footing.account.Absence;
import footing.account.AccountState;
import footing.account.DeniedBy;
import footing.account.Evidence;
import footing.account.Fact;
import footing.account.Observation;
import footing.account.Partition;
import footing.account.Permission;
import footing.account.Problem;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.account.States;
import footing.baseline.Verdict.Ruling;
import footing.choices.ItemId;
import footing.text.ItemTexts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RegionalVerdictTest {

    private static final Region PARIS = new Region("eu-west-3");
    private static final Region DUBLIN = new Region("eu-west-1");
    private static final Region LONDON = new Region("eu-west-2");
    private static final Region TOKYO = new Region("ap-northeast-1");
    private static final Region OHIO = new Region("us-east-2");
    private static final Item ITEM = Baseline.ITEMS.stream()
            .filter((item) -> item.id() == ItemId.PASSWORD_POLICY)
            .findFirst()
            .orElseThrow();
    private static final Outcome STRONG = outcome("strong");
    private static final Outcome NONE = outcome("none");
    private static final Outcome WEAK = outcome("weak");

    private static Outcome outcome(String key) {
        return ITEM.outcomes().stream().filter((outcome) -> outcome.key().equals(key)).findFirst().orElseThrow();
    }

    private static Reading<Ruling> ruled(Outcome outcome) {
        return Reading.seen(Ruling.of(outcome, Map.of("length", "14", "gaps", "length")));
    }

    private static Reading<Ruling> denied() {
        return new Reading.Denied<>(new Permission("config:DescribeConfigurationRecorders"),
                DeniedBy.IDENTITY_POLICY, Evidence.NONE);
    }

    private static Reading<Ruling> closed() {
        return new Reading.Denied<>(new Permission("config:DescribeConfigurationRecorders"),
                DeniedBy.ORGANIZATION_POLICY, Evidence.NONE);
    }

    private static Reading<Ruling> absent(Absence.Kind kind) {
        return new Reading.Unavailable<>(new Absence(kind, ""));
    }

    private static Verdict verdict(Map<Region, Reading<Ruling>> readings) {
        return verdict(readings, States.blank().account());
    }

    private static Verdict verdict(Map<Region, Reading<Ruling>> readings, AccountState account) {
        return Verdict.ofRegions(ITEM, account, Reading.seen(new Regional<>(new TreeMap<>(readings))));
    }

    @Test
    void verdict_isMet_whenEveryRegionIs() {
        Verdict verdict = verdict(Map.of(PARIS, ruled(STRONG), OHIO, ruled(STRONG)));

        assertThat(verdict.status()).isEqualTo(Status.MET);
        assertThat(verdict.values()).containsEntry("regions", "eu-west-3, us-east-2")
                .containsEntry("unseenRegions", "");
    }

    @Test
    void verdict_isNotMetAndNamesTheRegions_whenOneIsNot_evenWhereAnotherWasNotSeen() {
        Verdict verdict = verdict(Map.of(PARIS, ruled(NONE), DUBLIN, ruled(WEAK), OHIO, denied()));

        assertThat(verdict.status()).isEqualTo(Status.NOT_MET);
        assertThat(verdict.outcome()).contains(NONE);
        assertThat(verdict.values()).containsEntry("regions", "eu-west-3")
                .containsEntry("otherRegions", "eu-west-1")
                .containsEntry("unseenRegions", "us-east-2");
        assertThat(new ItemTexts().verdict(verdict.key(), verdict.values()))
                .endsWith(" " + new ItemTexts().verdict("item.password-policy.outcome.weak", weak("length").values())
                        + " In us-east-2 it could not be seen.");
    }

    private static Ruling weak(String gaps) {
        return Ruling.of(WEAK, Map.of("length", "14", "gaps", gaps));
    }

    @Test
    void verdict_tellsEachOtherWayOnce_withItsRegions_andCountsNoMoreThanTwo() {
        Verdict verdict = verdict(Map.of(PARIS, ruled(NONE), DUBLIN, ruled(WEAK), OHIO, ruled(WEAK), LONDON,
                Reading.seen(weak("symbols")), TOKYO, Reading.seen(weak("numbers"))));

        assertThat(OtherWays.in(verdict.values())).extracting((way) -> way.values().get("gaps"),
                (way) -> way.values().get("regions"))
                .containsExactly(tuple("numbers", "ap-northeast-1"), tuple("length", "eu-west-1, us-east-2"));
        assertThat(verdict.values()).containsEntry("untoldRegions", "eu-west-2");
        assertThat(new ItemTexts().verdict(verdict.key(), verdict.values()))
                .contains("no number", "fewer than 14 characters")
                .doesNotContain("no symbol")
                .endsWith(" In eu-west-2 it is not met for yet other reasons, each told in the evidence.");
    }

    @Test
    void verdict_isUnknown_whenOneRegionWasNotSeen_andNoneIsNotMet() {
        Verdict verdict = verdict(Map.of(PARIS, ruled(STRONG), OHIO, denied()));

        assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
        assertThat(verdict.outcome()).isEmpty();
        assertThat(new ItemTexts().verdict(verdict.key(), verdict.values()))
                .isEqualTo("Your permissions do not include config:DescribeConfigurationRecorders, so this could"
                        + " not be seen. (In us-east-2.)");
    }

    @Test
    void verdict_restsOnTheOthers_andSaysSo_whenTheOrganizationClosesARegion() {
        Verdict verdict = verdict(Map.of(PARIS, ruled(STRONG), OHIO, closed()));

        assertThat(verdict.status()).isEqualTo(Status.MET);
        assertThat(verdict.values()).containsEntry("closedRegions", "us-east-2").containsEntry("unseenRegions", "");
        assertThat(new ItemTexts().verdict(verdict.key(), verdict.values()))
                .endsWith(" A policy of your organization closes us-east-2 to this account.");
    }

    @Test
    void verdict_isUnknown_whenTheOrganizationRefusesItInEveryRegion() {
        assertThat(verdict(Map.of(PARIS, closed(), OHIO, closed())).status()).isEqualTo(Status.UNKNOWN);
        assertThat(verdict(Map.of(PARIS, closed(), OHIO, denied())).status()).isEqualTo(Status.UNKNOWN);
        assertThat(verdict(Map.of(PARIS, closed(), OHIO, absent(Absence.Kind.REGION_OFF))).status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void verdict_restsOnTheOthers_whenARegionIsOffOrHasNoSuchService() {
        assertThat(verdict(Map.of(PARIS, ruled(STRONG), OHIO, absent(Absence.Kind.REGION_OFF), DUBLIN,
                absent(Absence.Kind.NOT_OFFERED))).status()).isEqualTo(Status.MET);
    }

    @Test
    void verdict_namesTheRegionsThatWereAskedForAndAreOff() {
        Verdict verdict = verdict(Map.of(PARIS, ruled(STRONG), OHIO, absent(Absence.Kind.REGION_OFF)));

        assertThat(new ItemTexts().verdict(verdict.key(), verdict.values()))
                .endsWith(" Not enabled for this account: us-east-2.");
        assertThat(verdict(Map.of(OHIO, absent(Absence.Kind.REGION_OFF))).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void verdict_isUnknownAndNamesTheRest_whenRegionsThatAreOnWereNotLookedAt() {
        AccountState account = States.blank().seen(Fact.REGIONS, List.of(PARIS, DUBLIN, OHIO)).account();

        Verdict verdict = verdict(Map.of(PARIS, ruled(STRONG)), account);

        assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
        assertThat(verdict.outcome()).contains(STRONG);
        assertThat(verdict.values()).containsEntry("regions", "eu-west-3")
                .containsEntry("notAskedRegions", "eu-west-1, us-east-2");
        assertThat(new ItemTexts().verdict(verdict.key(), verdict.values()))
                .endsWith(" Not looked at: eu-west-1, us-east-2.");
        assertThat(verdict(Map.of(PARIS, ruled(NONE)), account).status()).isEqualTo(Status.NOT_MET);
        assertThat(verdict(Map.of(PARIS, ruled(STRONG), DUBLIN, ruled(STRONG), OHIO, ruled(STRONG)), account).status())
                .isEqualTo(Status.MET);
    }

    @Test
    void verdict_isUnknown_whenNobodyMaySeeWhichAreOn_andOneThatAlwaysIsWasNotLookedAt() {
        AccountState account = States.blank().denied(Fact.REGIONS, "account:ListRegions").account();
        Map<Region, Reading<Ruling>> all = new TreeMap<>();
        Region.alwaysOn(Partition.AWS).forEach((region) -> all.put(region, ruled(STRONG)));

        assertThat(verdict(all, account).status()).isEqualTo(Status.MET);
        all.remove(PARIS);
        assertThat(verdict(all, account).values()).containsEntry("notAskedRegions", "eu-west-3");
        assertThat(verdict(all, account).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void verdict_isNotApplicable_whenNoRegionHasTheService() {
        assertThat(verdict(Map.of(PARIS, absent(Absence.Kind.NOT_OFFERED))).status())
                .isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void verdict_isUnknown_whenTheRegionsThemselvesCouldNotBeTold() {
        assertThat(Verdict.ofRegions(ITEM, States.blank().account(),
                new Reading.Failed<>(new Problem(Problem.Kind.TIMED_OUT, "account:ListRegions", ""))).status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void verdict_restsOnTheEvidenceOfEveryRegion() {
        Reading<Ruling> paris = ruled(STRONG).flatMap((ruling) -> Reading.seen(ruling, Evidence.of(observed(PARIS))));
        Reading<Ruling> ohio = ruled(STRONG).flatMap((ruling) -> Reading.seen(ruling, Evidence.of(observed(OHIO))));

        assertThat(verdict(Map.of(PARIS, paris, OHIO, ohio)).evidence().observations())
                .extracting(Observation::region)
                .isEqualTo(List.of(PARIS, OHIO));
    }

    private static Observation observed(Region region) {
        return new Observation("config", "DescribeConfigurationRecorders", region, Instant.EPOCH, "id", Map.of(),
                Map.of());
    }
}
