package footing.aws.simulation;

import footing.account.Identity;
import footing.plan.Allowance.Doubt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose policies are simulated: whoever is signed in, by what the caller's ARN tells. */
sealed interface Source {

    /** A user, whose ARN is the caller's. */
    record User(String arn) implements Source {
    }

    /** The role of a session: the session's ARN lacks the role's path, which only IAM tells. */
    record Role(String name) implements Source {
    }

    /** Nobody whom AWS simulates. */
    record Nobody(Doubt.Who who) implements Source {
    }

    Pattern USER = Pattern.compile("arn:[\\w-]+:iam::[0-9]{12}:user/.+");
    Pattern SESSION = Pattern.compile("arn:[\\w-]+:sts::[0-9]{12}:assumed-role/([^/]+)/.*");
    Pattern FEDERATED = Pattern.compile("arn:[\\w-]+:sts::[0-9]{12}:federated-user/.*");

    static Source of(Identity identity) {
        Matcher session = SESSION.matcher(identity.principal());
        if (session.matches()) {
            return new Role(session.group(1));
        }
        if (USER.matcher(identity.principal()).matches()) {
            return new User(identity.principal());
        }
        return new Nobody(identity.isRoot()
                ? Doubt.Who.ROOT
                : FEDERATED.matcher(identity.principal()).matches() ? Doubt.Who.FEDERATED : Doubt.Who.OTHER);
    }
}
