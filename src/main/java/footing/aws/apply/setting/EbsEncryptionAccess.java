package footing.aws.apply.setting;

import footing.aws.FromSdk;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DisableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultRequest;

/** Whether new volumes of a Region are encrypted. The key that they are encrypted with stays as it is. */
record EbsEncryptionAccess(Ec2Client ec2) implements SettingAccess<Boolean> {

    @Override
    public Boolean read() {
        return FromSdk.flag(ec2.getEbsEncryptionByDefault(GetEbsEncryptionByDefaultRequest.builder().build())
                .ebsEncryptionByDefault());
    }

    @Override
    public void write(Boolean before, Boolean after) {
        if (after) {
            ec2.enableEbsEncryptionByDefault(EnableEbsEncryptionByDefaultRequest.builder().build());
        } else {
            ec2.disableEbsEncryptionByDefault(DisableEbsEncryptionByDefaultRequest.builder().build());
        }
    }
}
