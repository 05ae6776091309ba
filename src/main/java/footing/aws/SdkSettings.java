package footing.aws;

import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * The profile whose settings clients go by: its endpoints, whether it wants FIPS or both stacks. A client that is not
 * told takes those of {@code AWS_PROFILE} or {@code default}, whoever signs its calls.
 *
 * @param file all the profiles
 * @param profile the name of the one that counts; it need not be there
 */
public record SdkSettings(ProfileFile file, String profile) {

    /** What the SDK takes where nobody says anything. */
    static SdkSettings usual() {
        return new SdkSettings(ProfileFile.defaultProfileFile(),
                ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow());
    }

    /** The beginning of a client's configuration. */
    public ClientOverrideConfiguration.Builder configuration() {
        return ClientOverrideConfiguration.builder().defaultProfileFile(file).defaultProfileName(profile);
    }
}
