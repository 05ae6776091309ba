package footing.baseline.item;

import footing.account.AccountState;
import footing.account.CredentialReport;
import footing.account.CredentialReport.Credentials;
import footing.account.Fact;
import footing.account.Reading;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Remedy;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** MFA for every IAM user that can sign in to the console. Source: {@code iam:GetCredentialReport}. */
final class UserMfa extends Described {

    enum Result implements Outcome {
        NO_PASSWORDS(Status.MET),
        ALL(Status.MET),
        MISSING(Status.NOT_MET);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    UserMfa() {
        super(ItemId.USER_MFA, Section.IDENTITY, Fix.BY_HAND, Set.of(Fact.CREDENTIAL_REPORT), Result.values(),
                Controls.cis("1.10", "1.10", "1.9", "2.9", "2.10")
                        .securityHub("IAM.5, IAM.19")
                        .nist("AC-2(1), AC-3(15), IA-2")
                        .iso("A.5.15, A.5.17, A.8.5"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.of(this, ByReport.judge(account, (report) -> Reading.seen(ruling(report))));
    }

    private static Ruling ruling(CredentialReport report) {
        List<Credentials> withPassword = report.users().stream().filter(Credentials::password).toList();
        if (withPassword.isEmpty()) {
            return Ruling.of(Result.NO_PASSWORDS);
        }
        List<String> without = withPassword.stream()
                .filter((user) -> !user.mfa())
                .map(Credentials::user)
                .sorted()
                .toList();
        return without.isEmpty()
                ? Ruling.of(Result.ALL, Map.of("count", String.valueOf(withPassword.size())))
                : Ruling.of(Result.MISSING, Names.users(without));
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        return judge(account).status() == Status.MET
                ? Remedy.nothing(Remedy.Reason.IN_ORDER)
                : Remedy.of(Console.step(id(), "user-mfa", Console.users(account)));
    }
}
