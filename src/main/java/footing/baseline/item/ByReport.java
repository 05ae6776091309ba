package footing.baseline.item;

import footing.account.AccountState;
import footing.account.CredentialReport;
import footing.account.Fact;
import footing.account.Reading;
import footing.baseline.Verdict.Ruling;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the credential report says, and as of when: it may be hours old, and so may not know of what was mended since. */
final class ByReport {

    private ByReport() {
    }

    /** The ruling; its values tell as {@code made} when AWS made the report. */
    static Reading<Ruling> judge(AccountState account, Function<CredentialReport, Reading<Ruling>> part) {
        return account.read(Fact.CREDENTIAL_REPORT)
                .flatMap((report) -> part.apply(report).map((ruling) -> {
                    Map<String, String> values = new LinkedHashMap<>(ruling.values());
                    values.put("made", Arrival.told(Optional.of(report.madeAt())));
                    return Ruling.of(ruling.outcome(), values);
                }));
    }
}
