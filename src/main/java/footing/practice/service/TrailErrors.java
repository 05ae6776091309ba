package footing.practice.service;

import footing.practice.PracticeAccount;
import footing.practice.TrailState;
import footing.practice.call.Errors;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidHomeRegionException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidTrailNameException;
import software.amazon.awssdk.services.cloudtrail.model.TrailNotFoundException;

/** What CloudTrail refuses, how it says so, and how it finds a trail by its name or ARN. */
final class TrailErrors {

    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern ENDS = Pattern.compile("[A-Za-z0-9]|[A-Za-z0-9].*[A-Za-z0-9]");
    private static final Pattern ADJACENT = Pattern.compile(".*[._-][._-].*");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");

    private TrailErrors() {
    }

    /** Each of CloudTrail's exceptions has its own name as its code. */
    static AwsServiceException error(AwsServiceException.Builder exception, String message) {
        return Errors.named(exception, "CloudTrail", 400, message);
    }

    static String name(@Nullable String given) {
        String name = Optional.ofNullable(given).orElse("");
        if (name.length() < 3) {
            throw badName("Trail name or ARN cannot have fewer than 3 characters.");
        }
        if (name.length() > 128) {
            throw badName("Trail name or ARN cannot have more than 128 characters.");
        }
        if (!CHARACTERS.matcher(name).matches()) {
            throw badName(
                    "Trail name or ARN can only contain uppercase letters, lowercase letters, numbers, periods (.),"
                            + " hyphens (-), and underscores (_).");
        }
        if (!ENDS.matcher(name).matches()) {
            throw badName("Trail name must start with a letter or number, and end with a letter or number.");
        }
        if (ADJACENT.matcher(name).matches()) {
            throw badName("Trail name cannot have adjacent periods, hyphens or underscores.");
        }
        if (ADDRESS.matcher(name).matches()) {
            throw badName("Trail name cannot be formatted as an IP address.");
        }
        return name;
    }

    /** The trail as it is visible from here: at home, or as the shadow of one that covers all Regions. */
    static TrailState visible(Here here, PracticeAccount account, @Nullable String nameOrArn) {
        String given = Optional.ofNullable(nameOrArn).orElse("");
        return account.trails()
                .all()
                .stream()
                .filter((state) -> given.equals(state.trail().trailARN()) || given.equals(state.trail().name()))
                .filter((state) -> isVisible(here, state))
                .findFirst()
                .orElseThrow(() -> {
                    String arn = given.startsWith("arn:") ? given : here.arn("cloudtrail", "trail/" + name(given));
                    return error(TrailNotFoundException.builder(),
                            "Unknown trail: %s for the user: %s".formatted(arn, account.id()));
                });
    }

    /** The trail, where this is its home: only there it can be changed. */
    static TrailState atHome(Here here, PracticeAccount account, @Nullable String nameOrArn) {
        TrailState state = visible(here, account, nameOrArn);
        if (!state.trail().homeRegion().equals(here.region().id())) {
            throw error(InvalidHomeRegionException.builder(),
                    "Trail %s can only be changed from its home region %s.".formatted(state.trail().name(),
                            state.trail().homeRegion()));
        }
        return state;
    }

    static boolean isVisible(Here here, TrailState state) {
        return state.trail().homeRegion().equals(here.region().id())
                || Boolean.TRUE.equals(state.trail().isMultiRegionTrail());
    }

    private static AwsServiceException badName(String message) {
        return error(InvalidTrailNameException.builder(), message);
    }
}
