package footing.practice.cloudformation;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;

/** What CloudFormation answers when it refuses a request: the codes and words of the real one. */
final class Refusals {

    private Refusals() {
    }

    static CloudFormationException validation(String message) {
        return (CloudFormationException) filled(CloudFormationException.builder(), "ValidationError", message, 400);
    }

    static CloudFormationException noStack(String name) {
        return validation("Stack with id " + name + " does not exist");
    }

    static AlreadyExistsException alreadyExists(String message) {
        return (AlreadyExistsException) filled(AlreadyExistsException.builder(), "AlreadyExistsException", message,
                400);
    }

    static ChangeSetNotFoundException noChangeSet(String name) {
        return (ChangeSetNotFoundException) filled(ChangeSetNotFoundException.builder(), "ChangeSetNotFound",
                "ChangeSet [" + name + "] does not exist", 404);
    }

    static InvalidChangeSetStatusException changeSetStatus(String message) {
        return (InvalidChangeSetStatusException) filled(InvalidChangeSetStatusException.builder(),
                "InvalidChangeSetStatus", message, 400);
    }

    static InsufficientCapabilitiesException capabilities(String needed) {
        return (InsufficientCapabilitiesException) filled(InsufficientCapabilitiesException.builder(),
                "InsufficientCapabilitiesException", "Requires capabilities : [" + needed + "]", 400);
    }

    private static Throwable filled(CloudFormationException.Builder builder, String code, String message, int status) {
        return builder.awsErrorDetails(AwsErrorDetails.builder()
                .serviceName("CloudFormation")
                .errorCode(code)
                .errorMessage(message)
                .build()).message(message).statusCode(status).build();
    }
}
