package footing.aws.signin;

import footing.account.Region;
import footing.aws.AwsErrors;
import footing.aws.Connection;
import footing.aws.KnownRegions;
import footing.aws.SdkClients;
import footing.aws.SdkSettings;
import footing.aws.Told;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * The profiles of the AWS tools: those of {@code ~/.aws/config} and {@code ~/.aws/credentials}, read once. Credentials
 * are looked for when the first call needs them, never before.
 */
public final class Profiles {

    private static final String PROFILE = "AWS_PROFILE";
    private static final String DEFAULT = "default";
    private static final Pattern LINE = Pattern.compile("(?<what>.*?) on line (?<line>[0-9]+).*", Pattern.DOTALL);

    private final ProfileFiles files;
    private final Map<String, String> environment;
    private final List<SignInProfile> list;

    Profiles(ProfileFiles files, Map<String, String> environment) {
        this.files = files;
        this.environment = Map.copyOf(environment);
        this.list = files.names().stream().map((name) -> ProfileInspection.of(files, name)).toList();
    }

    /** Those of the person at this machine; {@code AWS_CONFIG_FILE} and {@code AWS_SHARED_CREDENTIALS_FILE} count. */
    public static Profiles read() {
        return read(ProfileFileLocation.configurationFilePath(), ProfileFileLocation.credentialsFilePath());
    }

    /**
     * Reads both files; one that is not there has no profiles. Blocks, as reading a file does.
     *
     * @throws ProfileException where a file cannot be read or understood
     */
    public static Profiles read(Path config, Path credentials) {
        return read(config, credentials, System.getenv());
    }

    static Profiles read(Path config, Path credentials, Map<String, String> environment) {
        return new Profiles(new ProfileFiles(config, parse(config, ProfileFile.Type.CONFIGURATION), credentials,
                parse(credentials, ProfileFile.Type.CREDENTIALS)), environment);
    }

    /** Every profile by its name, whether it can be used or not. */
    public List<SignInProfile> list() {
        return list;
    }

    /** @param key of the text for where there are other profiles */
    private ProfileException unknown(String key, String profile) {
        return list.isEmpty()
                ? new ProfileException("error.no-profiles", Map.of("profile", Told.of(profile),
                        "config", files.configPath().toString(), "credentials", files.credentialsPath().toString()))
                : new ProfileException(key, Map.of("profile", Told.of(profile),
                        "profiles", String.join(", ", list.stream().map(SignInProfile::name).toList())));
    }

    /**
     * The way to an account by a profile. Nothing is asked of AWS yet.
     *
     * @param home the Region to start from; where it is absent, the one that the profile names
     * @throws ProfileException where there is no such profile, or it cannot be used
     */
    public Connection connect(String profile, Optional<Region> home) {
        SignInProfile found = find(profile).orElseThrow(() -> unknown("error.no-such-profile", profile));
        return connect(found, profile, home, () -> read().connect(profile, home));
    }

    private Connection connect(SignInProfile found, String label, Optional<Region> home,
            Supplier<Connection> renewal) {
        found.troubles().stream().findFirst().ifPresent((trouble) -> {
            throw new ProfileException(trouble.textKey(), trouble.values());
        });
        Region start = home.or(found::region).orElse(Region.US_EAST_1);
        return connection(label, start, found.name(), () -> new ProfileCredentials(files, found.name(), start),
                Optional.of(origin(found)), renewal);
    }

    /** The inspection has seen to it that the sources of a usable profile come to an end. */
    private Origin origin(SignInProfile found) {
        String source = files.keys(found.name()).getOrDefault(ProfileProperty.SOURCE_PROFILE, "");
        return new Origin(found.name(), found.kind(), Optional.of(source)
                .filter((name) -> found.kind() == SignInProfile.Kind.ROLE && !name.equals(found.name()))
                .flatMap(this::find)
                .map(this::origin));
    }

    private Optional<SignInProfile> find(String name) {
        return list.stream().filter((each) -> each.name().equals(name)).findFirst();
    }

    /**
     * The way to an account by whatever the environment gives, looked for as every AWS tool does: keys in variables, a
     * web identity, the profile {@code AWS_PROFILE} or {@code default}, a container, an instance.
     *
     * @throws ProfileException where the environment names a Region that can be none, or a profile that does not exist
     */
    public Connection environment(Optional<Region> home) {
        Optional<String> named = Optional.ofNullable(environment.get(PROFILE)).filter((name) -> !name.isEmpty());
        Optional<SignInProfile> profile = named
                .map((name) -> find(name).orElseThrow(() -> unknown("error.no-such-profile-by", name)))
                .or(() -> find(DEFAULT).filter(SignInProfile::usable));
        Optional<Region> start = home.or(this::regionOfTheEnvironment);
        if (profile.isPresent() && !environmentHasCredentials()) {
            // Where the whole chain is asked, the profile's own trouble is lost in what the others say.
            return connect(profile.get(), "environment", start, () -> read().environment(home));
        }
        return connection("environment", start.orElse(Region.US_EAST_1), named.orElse(DEFAULT),
                () -> DefaultCredentialsProvider.builder().profileFile(files.both()).build(), Optional.empty(),
                () -> read().environment(home));
    }

    /** Whether the environment itself names credentials, so that it is worth offering. */
    public boolean environmentHasCredentials() {
        return Stream.of("AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI").anyMatch(environment::containsKey);
    }

    private Optional<Region> regionOfTheEnvironment() {
        return Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
                .flatMap((name) -> Optional.ofNullable(environment.get(name)).map((id) -> region(name, id)).stream())
                .findFirst()
                .or(() -> list.stream()
                        .filter((each) -> each.name().equals(environment.getOrDefault(PROFILE, DEFAULT)))
                        .findFirst()
                        .flatMap(SignInProfile::region));
    }

    private static Region region(String variable, String id) {
        if (!KnownRegions.ids().contains(id)) {
            throw new ProfileException("error.not-a-region", Map.of("variable", variable, "value", Told.of(id)));
        }
        return new Region(id);
    }

    /**
     * @param profile whose settings count, whoever signs
     * @param renewal opens it anew, with files and variables read again
     */
    private Connection connection(String label, Region home, String profile, Supplier<AwsCredentialsProvider> make,
            Optional<Origin> origin, Supplier<Connection> renewal) {
        Endpoints.check(environment);
        return new Connection(
                SdkClients.of(new Credentials(make, origin), new SdkSettings(files.both(), profile)), label,
                Optional.empty(), home, Endpoints.redirections(environment, files, profile), Optional.of(renewal),
                List::of);
    }

    private static ProfileFile parse(Path file, ProfileFile.Type type) {
        if (Files.isDirectory(file)) {
            throw new ProfileException("error.is-folder", Map.of("file", file.toString()));
        }
        if (!Files.exists(file)) {
            return ProfileFile.aggregator().build();
        }
        try {
            return ProfileFile.builder().content(file).type(type).build();
        } catch (UncheckedIOException unreadable) {
            throw new ProfileException("error.unreadable",
                    Map.of("file", file.toString(), "detail", AwsErrors.message(unreadable)),
                    unreadable);
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            String said = Told.of(String.valueOf(malformed.getMessage()));
            Matcher parts = LINE.matcher(said);
            boolean told = parts.matches();
            throw new ProfileException(told ? "error.malformed-line" : "error.malformed",
                    Map.of("file", file.toString(), "line", told ? parts.group("line") : "", "detail",
                            told ? parts.group("what") : said),
                    malformed);
        }
    }
}
