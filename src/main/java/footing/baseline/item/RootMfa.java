package footing.baseline.item;

import static footing.baseline.Verdict.Ruling;

import footing.account.AccountState;
import footing.account.AccountSummary;
import footing.account.Fact;
import footing.account.Reading;
import footing.account.VirtualMfaDevice;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.plan.Remedy;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Physical MFA on the root user. No API tells a security key or a hardware token from a passkey, so what is not virtual
 * needs a person's word. Source: {@code iam:GetAccountSummary}, {@code iam:ListVirtualMFADevices}.
 */
final class RootMfa extends Described {

    enum Result implements Outcome {
        NO_CREDENTIALS(Status.MET),
        NONE(Status.NOT_MET),
        VIRTUAL(Status.NOT_MET),
        HARDWARE_OR_PASSKEY(Status.NEEDS_ATTESTATION);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    RootMfa() {
        super(ItemId.ROOT_MFA, Section.IDENTITY, Fix.BY_HAND, Set.of(Fact.ACCOUNT_SUMMARY, Fact.ROOT_VIRTUAL_MFA),
                Result.values(),
                Controls.cis("1.5, 1.6", "1.5, 1.6", "1.4, 1.5", "2.4, 2.5", "2.5, 2.6")
                        .securityHub("IAM.9, IAM.6")
                        .nist("AC-2(1), AC-3(15), IA-2(1), IA-2(2), IA-2(6), IA-2(8)")
                        .iso("A.5.15, A.5.17, A.8.5"));
    }

    @Override
    public Verdict judge(AccountState account) {
        return Verdict.of(this,
                account.read(Fact.ACCOUNT_SUMMARY)
                        .flatMap((summary) -> ruling(summary, account.read(Fact.ROOT_VIRTUAL_MFA))));
    }

    /** The devices are asked only where the summary leaves the matter open. */
    private static Reading<Ruling> ruling(AccountSummary summary, Reading<List<VirtualMfaDevice>> devices) {
        if (summary.rootHasNoCredentials()) {
            return Reading.seen(Ruling.of(Result.NO_CREDENTIALS));
        }
        if (!summary.rootMfaEnabled()) {
            return Reading.seen(Ruling.of(Result.NONE));
        }
        return devices.map((virtual) -> virtual.isEmpty()
                ? Ruling.of(Result.HARDWARE_OR_PASSKEY)
                : Ruling.of(Result.VIRTUAL, Map.of("devices", String.valueOf(virtual.size()))));
    }

    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        return judge(account).status() == Status.MET
                ? Remedy.nothing(Remedy.Reason.IN_ORDER)
                : Remedy.of(Console.step(id(), "root-mfa", Console.securityCredentials(account)));
    }
}
