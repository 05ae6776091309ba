package footing.aws.survey;

import footing.account.Fact;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.aws.FromSdk;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultRequest;

/** Whether new volumes are encrypted, Region by Region. */
final class EbsReader {

    static final List<Reader<?>> READERS = List
            .of(Reader.of(Fact.EBS_ENCRYPTION, EbsReader::read, "ec2:GetEbsEncryptionByDefault"));

    private EbsReader() {
    }

    private static Reading<Regional<Boolean>> read(Asking asking) {
        return Reading.seen(asking.inEachRegion(EbsReader::read));
    }

    private static Reading<Boolean> read(Asking asking, Region region) {
        return asking
                .ask(Ask.of(Ec2Client.class, region, "GetEbsEncryptionByDefault",
                        GetEbsEncryptionByDefaultRequest.builder().build(), Ec2Client::getEbsEncryptionByDefault)
                        .seeing((response) -> Values.of()
                                .and("EbsEncryptionByDefault", response.ebsEncryptionByDefault())
                                .map()))
                .map((response) -> FromSdk.flag(response.ebsEncryptionByDefault()));
    }
}
