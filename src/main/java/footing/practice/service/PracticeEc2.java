package footing.practice.service;

import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DisableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.DisableEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultResponse;

/** Amazon EC2, as far as it says whether new volumes of a Region are encrypted. */
public final class PracticeEc2 implements Ec2Client {

    private final Here here;

    public PracticeEc2(Here here) {
        this.here = here;
    }

    @Override
    public GetEbsEncryptionByDefaultResponse getEbsEncryptionByDefault(GetEbsEncryptionByDefaultRequest request) {
        return GetEbsEncryptionByDefaultResponse.builder()
                .ebsEncryptionByDefault(here.account().beyond().encryptedRegions().contains(here.region().id()))
                .build();
    }

    @Override
    public EnableEbsEncryptionByDefaultResponse enableEbsEncryptionByDefault(
            EnableEbsEncryptionByDefaultRequest request) {
        set(true);
        return EnableEbsEncryptionByDefaultResponse.builder().ebsEncryptionByDefault(true).build();
    }

    @Override
    public DisableEbsEncryptionByDefaultResponse disableEbsEncryptionByDefault(
            DisableEbsEncryptionByDefaultRequest request) {
        set(false);
        return DisableEbsEncryptionByDefaultResponse.builder().ebsEncryptionByDefault(false).build();
    }

    private void set(boolean on) {
        here.update((account) -> account.withBeyond((beyond) -> beyond.withEncrypted(here.region().id(), on)));
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
