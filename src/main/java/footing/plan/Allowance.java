package footing.plan;

import footing.account.DeniedBy;
import footing.account.Permission;
import java.util.List;

/**
 * Whether whoever is signed in may do one thing that a plan takes, as AWS tells it before anything is touched. It is
 * advice: policies of resources and sessions, and what the organization ties to a condition, are not seen. Source:
 * {@code iam:SimulatePrincipalPolicy}.
 */
public sealed interface Allowance {

    /** What was asked about: one action of a statement, on the statement's resources and under its conditions. */
    record Asked(IamPolicy.Statement statement, Permission action) {
    }

    Asked asked();

    record Allowed(Asked asked) implements Allowance {
    }

    /**
     * @param resources those that it is denied on, of the statement's
     * @param policies the names of the policies that deny it, as data; empty where AWS names none
     */
    record Denied(Asked asked, List<String> resources, Obstacle by, List<String> policies) implements Allowance {
        public Denied {
            resources = List.copyOf(resources);
            policies = List.copyOf(policies);
        }
    }

    record NotKnown(Asked asked, Doubt why) implements Allowance {
    }

    /** What stands in the way, the one that is to be seen to first before the others. */
    enum Obstacle {
        /** The organization's policies: nothing in the account helps against them. */
        ORGANIZATION,
        /** The permissions boundary of whoever is signed in. */
        BOUNDARY,
        /** A policy of whoever is signed in denies it; another that allows it does not help. */
        DENIED,
        /** No policy of whoever is signed in allows it: the one obstacle that a policy overcomes. */
        NOT_ALLOWED
    }

    /** Why it is not known. */
    sealed interface Doubt {

        /** To ask takes a permission that is missing. */
        record MayNotAsk(Permission missing, DeniedBy by) implements Doubt {
        }

        /**
         * AWS was asked, and gave no answer.
         *
         * @param message what was said, as data
         */
        record NoAnswer(String message) implements Doubt {
        }

        /** AWS simulates users and roles, and nobody else. */
        record NotSimulated(Who who) implements Doubt {
        }

        /**
         * AWS's simulator does not take the question.
         *
         * @param message what was said, as data
         */
        record NotUnderstood(String message) implements Doubt {
        }

        /**
         * A policy makes it depend on something of the request that nobody knows before.
         *
         * @param keys condition keys, as data
         */
        record DependsOn(List<String> keys) implements Doubt {
            public DependsOn {
                keys = List.copyOf(keys);
            }
        }

        /** It would have taken more calls than Footing makes for this. */
        record TooMuchToAsk() implements Doubt {
        }

        enum Who {
            /** Allowed everything, but for what the organization denies. */
            ROOT,
            FEDERATED,
            OTHER
        }
    }
}
