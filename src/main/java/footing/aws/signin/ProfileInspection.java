package footing.aws.signin;

import footing.account.Region;
import footing.aws.Told;
import footing.aws.signin.SignInProfile.Kind;
import footing.aws.signin.Trouble.What;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.ProfileProperty;

/** Looks at one profile: how it signs in, in the order in which the SDK decides that, and what it lacks for it. */
final class ProfileInspection {

    /** The SDK has no constant for it. */
    private static final String SSO_SESSION = "sso_session";

    private final ProfileFiles files;
    private final String name;
    private final Map<String, String> keys;
    private final List<Trouble> troubles = new ArrayList<>();

    private ProfileInspection(ProfileFiles files, String name) {
        this.files = files;
        this.name = name;
        this.keys = files.keys(name);
    }

    static SignInProfile of(ProfileFiles files, String name) {
        return new ProfileInspection(files, name).inspect();
    }

    private SignInProfile inspect() {
        Kind kind = kind();
        switch (kind) {
            case STATIC_KEYS -> require(ProfileProperty.AWS_ACCESS_KEY_ID, ProfileProperty.AWS_SECRET_ACCESS_KEY);
            case SSO_SESSION -> inspectSession();
            case LEGACY_SSO -> require(ProfileProperty.SSO_START_URL, ProfileProperty.SSO_REGION,
                    ProfileProperty.SSO_ACCOUNT_ID, ProfileProperty.SSO_ROLE_NAME);
            case ROLE -> inspectSource();
            case PROCESS -> require(ProfileProperty.CREDENTIAL_PROCESS);
            case WEB_IDENTITY -> require(ProfileProperty.ROLE_ARN, ProfileProperty.WEB_IDENTITY_TOKEN_FILE);
            case LOGIN_SESSION -> require(ProfileProperty.LOGIN_SESSION);
            case UNKNOWN -> trouble("", What.NOTHING_TO_SIGN_IN_WITH, "");
        }
        Optional<Region> region = region();
        boolean asRoot = kind == Kind.LOGIN_SESSION && value(ProfileProperty.LOGIN_SESSION).endsWith(":root");
        return new SignInProfile(name, kind, region, asRoot, troubles);
    }

    private Kind kind() {
        if (has(ProfileProperty.WEB_IDENTITY_TOKEN_FILE)) {
            return Kind.WEB_IDENTITY;
        }
        if (has(SSO_SESSION)) {
            return Kind.SSO_SESSION;
        }
        if (has(ProfileProperty.SSO_START_URL) || has(ProfileProperty.SSO_ACCOUNT_ID)
                || has(ProfileProperty.SSO_ROLE_NAME)) {
            return Kind.LEGACY_SSO;
        }
        if (has(ProfileProperty.ROLE_ARN)) {
            return Kind.ROLE;
        }
        if (has(ProfileProperty.LOGIN_SESSION)) {
            return Kind.LOGIN_SESSION;
        }
        if (has(ProfileProperty.CREDENTIAL_PROCESS)) {
            return Kind.PROCESS;
        }
        return has(ProfileProperty.AWS_ACCESS_KEY_ID) || has(ProfileProperty.AWS_SECRET_ACCESS_KEY)
                ? Kind.STATIC_KEYS
                : Kind.UNKNOWN;
    }

    private void inspectSession() {
        require(ProfileProperty.SSO_ACCOUNT_ID, ProfileProperty.SSO_ROLE_NAME);
        String session = value(SSO_SESSION);
        files.session(session)
                .ifPresentOrElse(
                        (found) -> Stream.of(ProfileProperty.SSO_START_URL, ProfileProperty.SSO_REGION)
                                .filter((key) -> found.getOrDefault(key, "").isBlank())
                                .forEach((key) -> troubles.add(new Trouble(files.configPath(), name, key,
                                        What.SESSION_WITHOUT, Told.of(session)))),
                        () -> trouble(SSO_SESSION, What.NO_SUCH_SESSION, session));
    }

    private void inspectSource() {
        boolean fromProfile = has(ProfileProperty.SOURCE_PROFILE);
        if (fromProfile == has(ProfileProperty.CREDENTIAL_SOURCE)) {
            trouble(ProfileProperty.SOURCE_PROFILE, What.ONE_SOURCE, value(ProfileProperty.SOURCE_PROFILE));
            return;
        }
        if (fromProfile) {
            follow(value(ProfileProperty.SOURCE_PROFILE));
        }
    }

    /** A role may name a source that is a role again; one that names itself has keys of its own. */
    private void follow(String first) {
        Set<String> passed = new HashSet<>(Set.of(name));
        String source = first;
        boolean itself = first.equals(name) && has(ProfileProperty.AWS_ACCESS_KEY_ID);
        while (!itself && !source.isEmpty()) {
            Map<String, String> keysOfSource = files.keys(source);
            if (!files.names().contains(source)) {
                trouble(ProfileProperty.SOURCE_PROFILE, What.NO_SUCH_SOURCE, source);
                return;
            }
            if (!passed.add(source)) {
                trouble(ProfileProperty.SOURCE_PROFILE, What.SOURCE_CIRCLE, source);
                return;
            }
            String next = keysOfSource.getOrDefault(ProfileProperty.SOURCE_PROFILE, "");
            itself = next.equals(source) && keysOfSource.containsKey(ProfileProperty.AWS_ACCESS_KEY_ID);
            source = next;
        }
    }

    private Optional<Region> region() {
        String id = value(ProfileProperty.REGION);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (!Region.SHAPE.matcher(id).matches()) {
            trouble(ProfileProperty.REGION, What.NOT_A_REGION, id);
            return Optional.empty();
        }
        return Optional.of(new Region(id));
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
