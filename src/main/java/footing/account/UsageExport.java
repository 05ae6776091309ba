package footing.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A data export. Source: {@code bcm-data-exports:ListExports}, {@code GetExport}.
 *
 * @param healthy whether AWS could write at its last attempt
 * @param reason why not, as AWS writes it: {@code INSUFFICIENT_PERMISSION}
 * @param lastDelivered when files were last written; absent until the first time
 * @param table what it exports: {@code COST_AND_USAGE_REPORT}; empty where its query does not tell
 */
public record UsageExport(String arn, String name, boolean healthy, Optional<String> reason,
        Optional<Instant> lastDelivered, String bucket, String table) {

    /** The tables that hold cost and usage; others hold recommendations, carbon emissions or dashboards. */
    public boolean holdsUsage() {
        return table.equals("COST_AND_USAGE_REPORT") || table.startsWith("FOCUS_");
    }
}
