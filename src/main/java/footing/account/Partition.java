package footing.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A partition of AWS: its name in ARNs, its console, the homes of its global services. Source: the partitions of AWS's
 * SDKs, their endpoint rules, and the sign-in addresses of each partition's documentation.
 */
public enum Partition {
    AWS("aws", "(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-[0-9]+", "amazonaws.com", "console.aws.amazon.com",
            "https://signin.aws.amazon.com/saml", "us-east-1", "us-east-1"),
    AWS_CN("aws-cn", "cn-[a-z]+-[0-9]+", "amazonaws.com.cn", "console.amazonaws.cn",
            "https://signin.amazonaws.cn/saml", "cn-north-1", "cn-northwest-1"),
    AWS_US_GOV("aws-us-gov", "us-gov-[a-z]+-[0-9]+", "amazonaws.com", "console.amazonaws-us-gov.com",
            "https://signin.amazonaws-us-gov.com/saml", "us-gov-west-1", "us-gov-west-1"),
    AWS_EUSC("aws-eusc", "eusc-[a-z]+-[a-z]+-[0-9]+", "amazonaws.eu", "console.amazonaws-eusc.eu",
            "https://signin.amazonaws-eusc.eu/saml", "eusc-de-east-1", "eusc-de-east-1"),
    AWS_ISO("aws-iso", "us-iso-[a-z]+-[0-9]+", "c2s.ic.gov", "console.c2shome.ic.gov",
            "https://signin.c2shome.ic.gov/saml", "us-iso-east-1", "us-iso-east-1"),
    AWS_ISO_B("aws-iso-b", "us-isob-[a-z]+-[0-9]+", "sc2s.sgov.gov", "console.sc2shome.sgov.gov",
            "https://signin.sc2shome.sgov.gov/saml", "us-isob-east-1", "us-isob-east-1"),
    AWS_ISO_E("aws-iso-e", "eu-isoe-[a-z]+-[0-9]+", "cloud.adc-e.uk", "console.csphome.adc-e.uk",
            "https://signin.csphome.adc-e.uk/saml", "eu-isoe-west-1", "eu-isoe-west-1"),
    AWS_ISO_F("aws-iso-f", "us-isof-[a-z]+-[0-9]+", "csp.hci.ic.gov", "console.csphome.hci.ic.gov",
            "https://signin.csphome.hci.ic.gov/saml", "us-isof-south-1", "us-isof-south-1");

    private final String id;
    private final Pattern regions;
    private final String urlSuffix;
    private final String consoleHost;
    private final String samlAudience;
    private final String globalRegion;
    private final String billingRegion;

    Partition(String id, String regions, String urlSuffix, String consoleHost, String samlAudience,
            String globalRegion, String billingRegion) {
        this.id = id;
        this.regions = Pattern.compile(regions);
        this.urlSuffix = urlSuffix;
        this.consoleHost = consoleHost;
        this.samlAudience = samlAudience;
        this.globalRegion = globalRegion;
        this.billingRegion = billingRegion;
    }

    /** As ARNs write it: {@code aws}. */
    public String id() {
        return id;
    }

    /** What the hosts of its services end with. */
    public String urlSuffix() {
        return urlSuffix;
    }

    public String consoleHost() {
        return consoleHost;
    }

    /** For whom a SAML assertion has to be that lets somebody in. */
    public String samlAudience() {
        return samlAudience;
    }

    /** The Region whose endpoint answers for services that are not regional. */
    public Region globalRegion() {
        return new Region(globalRegion);
    }

    /** The Region that answers for budgets and reports of usage, and in which the topics are that budgets notify. */
    public Region billingRegion() {
        return new Region(billingRegion);
    }

    /** The partition of a Region; empty where it is of one that is not known here. */
    public static Optional<Partition> find(Region region) {
        return Arrays.stream(values())
                .filter((partition) -> partition.regions.matcher(region.id()).matches())
                .findFirst();
    }

    /** The partition that ARNs write so; empty where it is not known here. */
    public static Optional<Partition> named(String id) {
        return Arrays.stream(values()).filter((partition) -> partition.id.equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException where the Region is of a partition that is not known here: how its ARNs are
     * written would be a guess
     */
    public static Partition of(Region region) {
        return find(region)
                .orElseThrow(() -> new IllegalArgumentException("a Region of no known partition of AWS: " + region));
    }
}
