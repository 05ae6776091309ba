package footing.practice;

import software.amazon.awssdk.services.config.model.ConfigurationRecorder;

/**
 * What AWS Config holds.
 *
 * @param recorders by Region, since there is one to a Region
 */
public record ConfigState(Table<ConfigurationRecorder> recorders) {
}
