package footing.practice.cloudformation;

import footing.account.Region;
import footing.aws.AwsClients;
import software.amazon.awssdk.awscore.AwsClient;

/** Where a stack stands, and what is in its way. */
record Site(AwsClients clients, Hindrance hindrance, Region region, String account, String stackName, String stackId) {

    /** The client of a service in the stack's Region. */
    <C extends AwsClient> C client(Class<C> type) {
        return clients.get(type, region);
    }

    String partition() {
        return region.partition().id();
    }

    /** An ARN in the stack's Region. */
    String arn(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(partition(), service, region.id(), account, resource);
    }

    /** What the hosts of the partition's services end with. */
    String urlSuffix() {
        return region.partition().urlSuffix();
    }
}
