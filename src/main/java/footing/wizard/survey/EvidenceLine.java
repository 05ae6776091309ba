package footing.wizard.survey;

import footing.account.Observation;
import footing.text.Visible;
import footing.wizard.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of what a finding rests on.
 *
 * @param heads whether it names a call, of which the lines below it tell
 */
record EvidenceLine(boolean heads, String text) {

    /** All lines of some calls, in their order. */
    static List<EvidenceLine> of(List<Observation> calls, ZoneId zone) {
        List<EvidenceLine> lines = new ArrayList<>();
        for (Observation call : calls) {
            lines.add(new EvidenceLine(true, call.service() + ":" + call.operation() + ", " + call.region()));
            lines.add(new EvidenceLine(false, FindingDetail.TIME.format(call.at().atZone(zone))));
            if (!call.requestId().isEmpty()) {
                lines.add(new EvidenceLine(false, Words.get("detail.request", "id", call.requestId())));
            }
            call.values()
                    .forEach((name, value) -> lines.add(
                            new EvidenceLine(false, Visible.line(name + " = " + value, FindingDetail.LONGEST))));
        }
        return lines;
    }
}
