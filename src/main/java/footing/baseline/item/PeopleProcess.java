package footing.baseline.item;

import footing.account.AccountState;
import footing.account.CredentialReport.Credentials;
import footing.account.Fact;
import footing.account.IamPeople;
import footing.account.Reading;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.choices.Standards;
import footing.plan.Remedy;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A documented process for adding and removing users, tied to how people join and leave. Only people know of it; but
 * credentials that nobody uses, and users of whom nobody knows whose they are, contradict whoever says that it works.
 * Source: {@code iam:GetCredentialReport}, {@code iam:GetAccountAuthorizationDetails}.
 */
final class PeopleProcess extends Described {

    enum Result implements Outcome {
        STALE(Status.NOT_MET),
        NO_OWNER(Status.NOT_MET),
        NOT_CONTRADICTED(Status.NEEDS_ATTESTATION);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    PeopleProcess() {
        super(ItemId.PEOPLE_PROCESS, Section.IDENTITY, Fix.BY_HAND, Set.of(Fact.CREDENTIAL_REPORT, Fact.IAM_PEOPLE),
                Result.values(),
                Controls.cis("1.12, 1.14", "1.12, 1.14", "1.11, 1.13", "2.11, 2.13", "2.11, 2.12")
                        .securityHub("IAM.22, IAM.3")
                        .nist("AC-2(1), AC-2(3)"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return judge(account, Standards.USUAL);
    }

    @Override
    public Verdict judge(AccountState account, Standards standards) {
        return Verdict.of(this, ByReport.judge(account, (report) -> {
            List<Credentials> stale = report.users()
                    .stream()
                    .filter((user) -> !StaleCredentials.of(user, account.surveyedAt()).isEmpty())
                    .sorted(Comparator.comparing(Credentials::user))
                    .toList();
            return stale.isEmpty()
                    ? owners(account, standards)
                    : Reading.seen(Ruling.of(Result.STALE, told(stale, account.surveyedAt())));
        }));
    }

    private static Map<String, String> told(List<Credentials> stale, Instant now) {
        Set<StaleCredentials> reasons = EnumSet.noneOf(StaleCredentials.class);
        stale.forEach((user) -> reasons.addAll(StaleCredentials.of(user, now)));
        Map<String, String> values = new LinkedHashMap<>(Names.users(stale.stream().map(Credentials::user).toList()));
        values.put("reasons", reasons.stream()
                .map((reason) -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(",")));
        return values;
    }

    /** The tags are looked at only where a tag is the convention. */
    private static Reading<Ruling> owners(AccountState account, Standards standards) {
        if (standards.ownerTag().isEmpty()) {
            return Reading.seen(Ruling.of(Result.NOT_CONTRADICTED));
        }
        String tag = standards.ownerTag().get();
        return account.read(Fact.IAM_PEOPLE).map((people) -> {
            List<String> nobodys = people.users()
                    .stream()
                    .filter((user) -> user.tags().getOrDefault(tag, "").isBlank())
                    .map(IamPeople.User::name)
                    .sorted()
                    .toList();
            if (nobodys.isEmpty()) {
                return Ruling.of(Result.NOT_CONTRADICTED);
            }
            Map<String, String> values = new LinkedHashMap<>(Names.users(nobodys));
            values.put("tag", tag);
            return Ruling.of(Result.NO_OWNER, values);
        });
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        boolean contradicted = judge(account, choices.standards()).status() == Status.NOT_MET;
        return Remedy.of(Console.step(id(), contradicted ? "stale-credentials" : "people-process",
                Console.users(account)));
    }
}
