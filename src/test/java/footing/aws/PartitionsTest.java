package footing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import footing.account.Partition;
import footing.account.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.services.bcmdataexports.BcmDataExportsClient;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.costandusagereport.CostAndUsageReportClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sns.SnsClient;

class PartitionsTest {

    @Test
    void everyRegionOfTheSdk_isOfThePartitionThatTheSdkPutsItIn() {
        for (String id : KnownRegions.ids()) {
            PartitionMetadata told = PartitionMetadata.of(software.amazon.awssdk.regions.Region.of(id));
            Partition partition = Partition.of(new Region(id));
            assertThat(partition.id()).as(id).isEqualTo(told.id());
            assertThat(partition.urlSuffix()).as(id).isEqualTo(told.dnsSuffix());
        }
    }

    @Test
    void regionOfAnUnknownPartition_isNotTakenForOneOfAws() {
        Region unknown = new Region("xx-moon-north-1");
        assertThat(Partition.find(unknown)).isEmpty();
        assertThat(Partition.named("aws-moon")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(unknown::partition).withMessageContaining("xx-moon-north-1");
    }

    /** As AWS's documentation of each partition has them; the SDK knows neither. */
    @ParameterizedTest
    @CsvSource({"AWS, console.aws.amazon.com, https://signin.aws.amazon.com/saml",
        "AWS_CN, console.amazonaws.cn, https://signin.amazonaws.cn/saml",
        "AWS_US_GOV, console.amazonaws-us-gov.com, https://signin.amazonaws-us-gov.com/saml"})
    void partition_hasItsOwnConsoleAndSignIn(Partition partition, String console, String saml) {
        assertThat(partition.consoleHost()).isEqualTo(console);
        assertThat(partition.samlAudience()).isEqualTo(saml);
    }

    @ParameterizedTest
    @EnumSource
    void partition_isFoundByItsName_andKnowsItsOwnRegions(Partition partition) {
        assertThat(Partition.named(partition.id())).contains(partition);
        assertThat(partition.globalRegion().partition()).isEqualTo(partition);
        assertThat(partition.billingRegion().partition()).isEqualTo(partition);
        assertThat(Region.alwaysOn(partition)).contains(partition.globalRegion(), partition.billingRegion());
    }

    @ParameterizedTest
    @CsvSource({"cn-north-1,cn-northwest-1,cn-north-1", "eu-west-1,us-east-1,us-east-1",
        "us-gov-east-1,us-gov-west-1,us-gov-west-1"})
    void servicesAboutMoney_answerInTheRegionThatBillingIsIn(String asked, String billing, String global) {
        Region region = new Region(asked);
        assertThat(SdkService.of(CostAndUsageReportClient.class).region(region)).hasToString(billing);
        assertThat(SdkService.of(BcmDataExportsClient.class).region(region)).hasToString(billing);
        assertThat(SdkService.of(BudgetsClient.class).region(region)).hasToString(billing);
        assertThat(SdkService.of(IamClient.class).region(region)).hasToString(global);
        assertThat(SdkService.of(SnsClient.class).region(region)).hasToString(asked);
    }
}
