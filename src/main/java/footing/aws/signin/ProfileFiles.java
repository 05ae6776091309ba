package footing.aws.signin;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/** The two files of the AWS tools, each for itself, and as one: of a key in both, the credentials file's counts. */
record ProfileFiles(Path configPath, ProfileFile config, Path credentialsPath, ProfileFile credentials,
        ProfileFile both) {

    ProfileFiles(Path configPath, ProfileFile config, Path credentialsPath, ProfileFile credentials) {
        this(configPath, config, credentialsPath, credentials,
                ProfileFile.aggregator().addFile(credentials).addFile(config).build());
    }

    SortedSet<String> names() {
        return new TreeSet<>(both.profiles().keySet());
    }

    Map<String, String> keys(String profile) {
        return both.profile(profile).map(Profile::properties).orElse(Map.of());
    }

    Optional<Map<String, String>> session(String name) {
        return both.getSection("sso-session", name).map(Profile::properties);
    }

    /** The section that a profile names by {@code services}: {@code s3.endpoint_url} and the like. */
    Map<String, String> services(String name) {
        return both.getSection("services", name).map(Profile::properties).orElse(Map.of());
    }

    /** The file that holds a profile's key; where neither does, the file that holds the profile. */
    Path fileOf(String profile, String key) {
        boolean inCredentials = credentials.profile(profile)
                .filter((found) -> found.property(key).isPresent() || config.profile(profile).isEmpty())
                .isPresent();
        return inCredentials ? credentialsPath : configPath;
    }
}
