package footing.practice.service;

import java.util.List;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesResponse;

/** IAM Identity Center, as far as an account sees the instances in a Region. */
public final class PracticeSsoAdmin implements SsoAdminClient {

    private final Here here;

    public PracticeSsoAdmin(Here here) {
        this.here = here;
    }

    @Override
    public ListInstancesResponse listInstances(ListInstancesRequest request) {
        List<InstanceMetadata> instances = here.account()
                .access()
                .identityCenters()
                .find(here.region().id())
                .stream()
                .toList();
        return ListInstancesResponse.builder().instances(instances).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
