package footing.aws.signin;

import footing.account.Region;
import footing.aws.KnownRegions;
import footing.aws.Told;
import footing.aws.signin.SignInProfile.Kind;
import footing.aws.signin.Trouble.What;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.ProfileProperty;

/** Looks at one profile: how it signs in, in the order in which the SDK decides that, and what it lacks for it. */
final class ProfileInspection {

    /** The SDK has no constant for it. */
    static final String SSO_SESSION = "sso_session";

    private static final String MFA_SERIAL = "mfa_serial";
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ROLE = Pattern.compile("arn:[a-z0-9-]+:iam::[0-9]{12}:role/\\S+");

    private final ProfileFiles files;
    private final String name;
    private final Map<String, String> keys;
    private final Set<String> passed;
    private final List<Trouble> troubles = new ArrayList<>();

    private ProfileInspection(ProfileFiles files, String name, Set<String> passed) {
        this.files = files;
        this.name = name;
        this.keys = files.keys(name);
        this.passed = passed;
    }

    static SignInProfile of(ProfileFiles files, String name) {
        return new ProfileInspection(files, name, new HashSet<>(Set.of(name))).inspect();
    }

    private SignInProfile inspect() {
        Kind kind = kind(keys);
        inspect(kind);
        Optional<Region> region = region();
        files.services(value("services")).forEach((key, address) -> address(key, address));
        keys.forEach((key, address) -> address(key, address));
        boolean asRoot = kind == Kind.LOGIN_SESSION && value(ProfileProperty.LOGIN_SESSION).endsWith(":root");
        return new SignInProfile(name, kind, region, asRoot, troubles);
    }

    private void inspect(Kind kind) {
        switch (kind) {
            case STATIC_KEYS -> require(ProfileProperty.AWS_ACCESS_KEY_ID, ProfileProperty.AWS_SECRET_ACCESS_KEY);
            case SSO_SESSION -> inspectSession();
            case LEGACY_SSO -> inspectLegacy();
            case ROLE -> inspectRole();
            case PROCESS -> require(ProfileProperty.CREDENTIAL_PROCESS);
            case WEB_IDENTITY -> {
                require(ProfileProperty.ROLE_ARN, ProfileProperty.WEB_IDENTITY_TOKEN_FILE);
                role();
            }
            case LOGIN_SESSION -> require(ProfileProperty.LOGIN_SESSION);
            case UNKNOWN -> trouble("", What.NOTHING_TO_SIGN_IN_WITH, "");
        }
    }

    /** How a profile with such keys signs in. */
    static Kind kind(Map<String, String> keys) {
        if (keys.containsKey(ProfileProperty.WEB_IDENTITY_TOKEN_FILE)) {
            return Kind.WEB_IDENTITY;
        }
        if (keys.containsKey(SSO_SESSION)) {
            return Kind.SSO_SESSION;
        }
        if (keys.containsKey(ProfileProperty.SSO_START_URL) || keys.containsKey(ProfileProperty.SSO_ACCOUNT_ID)
                || keys.containsKey(ProfileProperty.SSO_ROLE_NAME)) {
            return Kind.LEGACY_SSO;
        }
        if (keys.containsKey(ProfileProperty.ROLE_ARN)) {
            return Kind.ROLE;
        }
        if (keys.containsKey(ProfileProperty.LOGIN_SESSION)) {
            return Kind.LOGIN_SESSION;
        }
        if (keys.containsKey(ProfileProperty.CREDENTIAL_PROCESS)) {
            return Kind.PROCESS;
        }
        return keys.containsKey(ProfileProperty.AWS_ACCESS_KEY_ID)
                || keys.containsKey(ProfileProperty.AWS_SECRET_ACCESS_KEY) ? Kind.STATIC_KEYS : Kind.UNKNOWN;
    }

    private void inspectSession() {
        require(ProfileProperty.SSO_ACCOUNT_ID, ProfileProperty.SSO_ROLE_NAME);
        account();
        String session = value(SSO_SESSION);
        Optional<Map<String, String>> found = files.session(session);
        if (found.isEmpty()) {
            trouble(SSO_SESSION, What.NO_SUCH_SESSION, session);
            return;
        }
        Stream.of(ProfileProperty.SSO_START_URL, ProfileProperty.SSO_REGION)
                .filter((key) -> found.get().getOrDefault(key, "").isBlank())
                .forEach((key) -> troubles.add(
                        new Trouble(files.configPath(), name, key, What.SESSION_WITHOUT, Told.of(session))));
        identityCenter(found.get());
    }

    private void inspectLegacy() {
        require(ProfileProperty.SSO_START_URL, ProfileProperty.SSO_REGION, ProfileProperty.SSO_ACCOUNT_ID,
                ProfileProperty.SSO_ROLE_NAME);
        account();
        identityCenter(keys);
    }

    private void account() {
        unless(ACCOUNT.matcher(value(ProfileProperty.SSO_ACCOUNT_ID)).matches(), ProfileProperty.SSO_ACCOUNT_ID,
                What.NOT_AN_ACCOUNT, value(ProfileProperty.SSO_ACCOUNT_ID));
    }

    private void identityCenter(Map<String, String> section) {
        String url = section.getOrDefault(ProfileProperty.SSO_START_URL, "");
        String region = section.getOrDefault(ProfileProperty.SSO_REGION, "");
        unless(url.startsWith("https://") && Endpoints.isPage(url), ProfileProperty.SSO_START_URL,
                What.NOT_A_START_URL, url);
        unless(KnownRegions.ids().contains(region), ProfileProperty.SSO_REGION, What.NOT_A_REGION, region);
    }

    private void role() {
        unless(ROLE.matcher(value(ProfileProperty.ROLE_ARN)).matches(), ProfileProperty.ROLE_ARN, What.NOT_A_ROLE,
                value(ProfileProperty.ROLE_ARN));
    }

    private void inspectRole() {
        require(ProfileProperty.ROLE_ARN);
        role();
        if (!value(MFA_SERIAL).isBlank()) {
            trouble(MFA_SERIAL, What.WANTS_CODE, value(MFA_SERIAL));
        }
        boolean fromProfile = has(ProfileProperty.SOURCE_PROFILE);
        if (fromProfile == has(ProfileProperty.CREDENTIAL_SOURCE)) {
            trouble(ProfileProperty.SOURCE_PROFILE, What.ONE_SOURCE, value(ProfileProperty.SOURCE_PROFILE));
        } else if (fromProfile) {
            inspectSource(value(ProfileProperty.SOURCE_PROFILE));
        } else if (CredentialSource.of(value(ProfileProperty.CREDENTIAL_SOURCE)).isEmpty()) {
            trouble(ProfileProperty.CREDENTIAL_SOURCE, What.NOT_A_SOURCE, value(ProfileProperty.CREDENTIAL_SOURCE));
        }
    }

    /**
     * A role may name a source that is a role again; one that names itself has keys of its own. What is wrong with a
     * source is wrong with whoever signs in by it.
     */
    private void inspectSource(String source) {
        if (source.equals(name) && has(ProfileProperty.AWS_ACCESS_KEY_ID)) {
            require(ProfileProperty.AWS_SECRET_ACCESS_KEY);
        } else if (!files.names().contains(source)) {
            trouble(ProfileProperty.SOURCE_PROFILE, What.NO_SUCH_SOURCE, source);
        } else if (!passed.add(source)) {
            trouble(ProfileProperty.SOURCE_PROFILE, What.SOURCE_CIRCLE, source);
        } else {
            troubles.addAll(new ProfileInspection(files, source, passed).inspect().troubles());
        }
    }

    private Optional<Region> region() {
        String id = value(ProfileProperty.REGION);
        unless(KnownRegions.ids().contains(id), ProfileProperty.REGION, What.NOT_A_REGION, id);
        return Optional.of(id).filter((known) -> KnownRegions.ids().contains(known)).map(Region::new);
    }

    private void address(String key, String value) {
        if (Endpoints.isKey(key) && !Endpoints.isAddress(value)) {
            troubles.add(new Trouble(files.fileOf(name, key), name, key, What.NOT_AN_ADDRESS,
                    Endpoints.masked(value)));
        }
    }

    /** One that is missing is told for itself. */
    private void unless(boolean right, String key, What what, String value) {
        if (!right && !value.isBlank()) {
            trouble(key, what, value);
        }
    }

    private void require(String... wanted) {
        Stream.of(wanted).filter((key) -> value(key).isBlank()).forEach((key) -> trouble(key, What.MISSING, ""));
    }

    private void trouble(String key, What what, String value) {
        troubles.add(new Trouble(files.fileOf(name, key), name, key, what, Told.of(value)));
    }

    private boolean has(String key) {
        return keys.containsKey(key);
    }

    private String value(String key) {
        return keys.getOrDefault(key, "");
    }
}
