package footing;

import footing.aws.signin.ProfileException;
import footing.aws.signin.Profiles;
import footing.aws.signin.SignInProfile;
import footing.practice.Practice;
import footing.practice.PracticeOptions;
import footing.text.Texts;
import footing.text.Visible;
import footing.wizard.SignInOption;
import footing.wizard.SignInOption.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways to an account that the window offers: the practice account, and what the AWS tools have on this machine. */
final class Ways {

    private final Texts texts = Texts.of("cli");
    private final Texts signIn = Texts.of("signin");

    /** Reads the profile files. A file that cannot be understood is an option that says so. */
    List<SignInOption> list() {
        List<SignInOption> ways = new ArrayList<>();
        Practice.scenarios()
                .forEach((scenario) -> ways.add(new SignInOption(Kind.PRACTICE, scenario,
                        texts.get("way.practice." + scenario), List.of(),
                        () -> Practice.open(PracticeOptions.of(scenario)))));
        try {
            Profiles profiles = Profiles.read();
            if (profiles.environmentHasCredentials()) {
                ways.add(new SignInOption(Kind.ENVIRONMENT, texts.get("way.environment"),
                        texts.get("way.environment.description"), List.of(),
                        () -> profiles.environment(Optional.empty())));
            }
            profiles.list().forEach((profile) -> ways.add(way(profiles, profile)));
        } catch (ProfileException broken) {
            ways.add(new SignInOption(Kind.OTHER, texts.get("way.profiles"), "",
                    List.of(signIn.get(broken.key(), broken.values())), () -> {
                        throw broken;
                    }));
        }
        return List.copyOf(ways);
    }

    private SignInOption way(Profiles profiles, SignInProfile profile) {
        String word = signIn.get("kind." + profile.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        String region = profile.region().map((home) -> " · " + home.id()).orElse("");
        return new SignInOption(kind(profile.kind()), Visible.line(profile.name(), 200), word + region,
                profile.troubles()
                        .stream()
                        .map((trouble) -> Visible.line(signIn.get(trouble.textKey(), trouble.values()), 400))
                        .toList(),
                () -> profiles.connect(profile.name(), Optional.empty()));
    }

    private static Kind kind(SignInProfile.Kind kind) {
        return switch (kind) {
            case SSO_SESSION, LEGACY_SSO -> Kind.IDENTITY_CENTER;
            case LOGIN_SESSION -> Kind.LOGIN;
            case ROLE, WEB_IDENTITY -> Kind.ROLE;
            case PROCESS -> Kind.PROCESS;
            case STATIC_KEYS -> Kind.ACCESS_KEYS;
            case UNKNOWN -> Kind.OTHER;
        };
    }
}
