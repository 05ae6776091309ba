package footing.practice.service;

import footing.practice.call.Errors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.config.model.InsufficientDeliveryPolicyException;
import software.amazon.awssdk.services.config.model.InvalidConfigurationRecorderNameException;
import software.amazon.awssdk.services.config.model.InvalidNextTokenException;
import software.amazon.awssdk.services.config.model.InvalidParameterValueException;
import software.amazon.awssdk.services.config.model.InvalidRecordingGroupException;
import software.amazon.awssdk.services.config.model.InvalidRoleException;
import software.amazon.awssdk.services.config.model.LastDeliveryChannelDeleteFailedException;
import software.amazon.awssdk.services.config.model.MaxNumberOfConfigurationRecordersExceededException;
import software.amazon.awssdk.services.config.model.MaxNumberOfDeliveryChannelsExceededException;
import software.amazon.awssdk.services.config.model.NoAvailableConfigurationRecorderException;
import software.amazon.awssdk.services.config.model.NoAvailableDeliveryChannelException;
import software.amazon.awssdk.services.config.model.NoSuchBucketException;
import software.amazon.awssdk.services.config.model.NoSuchConfigRuleException;
import software.amazon.awssdk.services.config.model.NoSuchConfigurationRecorderException;
import software.amazon.awssdk.services.config.model.NoSuchDeliveryChannelException;
import software.amazon.awssdk.services.config.model.ResourceNotFoundException;

/** What AWS Config refuses, and how it says so. Each of its exceptions has its own name as its code. */
final class ConfigErrors {

    private ConfigErrors() {
    }

    static AwsServiceException recorderName() {
        return error(InvalidConfigurationRecorderNameException.builder(),
                "The configuration recorder name is blank, or is longer than 256 characters.");
    }

    static AwsServiceException role(@Nullable String arn) {
        return error(InvalidRoleException.builder(),
                "Not a valid role ARN, or no role that AWS Config can use: " + arn);
    }

    static AwsServiceException recordingGroup() {
        return error(InvalidRecordingGroupException.builder(),
                "Unknown combination of allSupported, includeGlobalResourceTypes and resourceTypes in the"
                        + " recording group.");
    }

    static AwsServiceException secondRecorder(String name) {
        return error(MaxNumberOfConfigurationRecordersExceededException.builder(),
                ("Failed to put configuration recorder '%s' because the maximum number of configuration recorders: 1"
                        + " is reached.").formatted(name));
    }

    static AwsServiceException noSuchRecorder(@Nullable String name) {
        return error(NoSuchConfigurationRecorderException.builder(),
                "Cannot find configuration recorder with the specified name '%s'.".formatted(name));
    }

    static AwsServiceException noRecorder(String toDoWhat) {
        return error(NoAvailableConfigurationRecorderException.builder(),
                "Configuration recorder is not available to %s.".formatted(toDoWhat));
    }

    static AwsServiceException noChannel() {
        return error(NoAvailableDeliveryChannelException.builder(),
                "Delivery channel is not available to start configuration recorder.");
    }

    static AwsServiceException secondChannel(String name) {
        return error(MaxNumberOfDeliveryChannelsExceededException.builder(),
                ("Failed to put delivery channel '%s' because the maximum number of delivery channels: 1 is"
                        + " reached.").formatted(name));
    }

    static AwsServiceException noSuchChannel(@Nullable String name) {
        return error(NoSuchDeliveryChannelException.builder(),
                "Cannot find delivery channel with specified name '%s'.".formatted(name));
    }

    static AwsServiceException lastChannel(String name) {
        return error(LastDeliveryChannelDeleteFailedException.builder(),
                ("Failed to delete last specified delivery channel with name '%s', because there is a running"
                        + " configuration recorder.").formatted(name));
    }

    static AwsServiceException noBucket(@Nullable String bucket) {
        return error(NoSuchBucketException.builder(),
                "Cannot find a S3 bucket with an empty bucket name, or with the name '%s'.".formatted(bucket));
    }

    static AwsServiceException cannotWrite(String bucket, @Nullable String prefix) {
        return error(InsufficientDeliveryPolicyException.builder(),
                ("Insufficient delivery policy to s3 bucket: %s, unable to write to bucket, provided s3 key prefix is"
                        + " '%s', provided kms key is 'null'.").formatted(bucket, prefix));
    }

    static AwsServiceException noSuchRule(@Nullable String name) {
        return error(NoSuchConfigRuleException.builder(),
                "The ConfigRule '%s' provided in the request is invalid. Please check the configRule name"
                        .formatted(name));
    }

    static AwsServiceException invalid(String message) {
        return error(InvalidParameterValueException.builder(), message);
    }

    static AwsServiceException badToken() {
        return error(InvalidNextTokenException.builder(), "The specified next token is not valid.");
    }

    static AwsServiceException noResource(@Nullable String arn) {
        return error(ResourceNotFoundException.builder(), "The specified resource (%s) does not exist.".formatted(arn));
    }

    private static AwsServiceException error(AwsServiceException.Builder exception, String message) {
        return Errors.named(exception, "Config", 400, message);
    }
}
