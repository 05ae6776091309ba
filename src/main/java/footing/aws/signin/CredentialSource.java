package footing.aws.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a role without a source profile takes its first credentials from: the values of {@code credential_source}. */
enum CredentialSource {
    ENVIRONMENT("Environment"), EC2_INSTANCE_METADATA("Ec2InstanceMetadata"), ECS_CONTAINER("EcsContainer");

    private final String word;

    CredentialSource(String word) {
        this.word = word;
    }

    static Optional<CredentialSource> of(String value) {
        return Arrays.stream(values()).filter((source) -> source.word.equalsIgnoreCase(value)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map((source) -> source.word).toList();
    }
}
