package footing.account;

import java.util.Arrays;

/** A partition of AWS: its name in ARNs, its console, the home of its global services. */
public enum Partition {
    AWS("aws", "", "console.aws.amazon.com", "https://signin.aws.amazon.com/saml", "us-east-1"),
    AWS_CN("aws-cn", "cn-", "console.amazonaws.cn", "https://signin.amazonaws.cn/saml", "cn-north-1"),
    AWS_US_GOV("aws-us-gov", "us-gov-", "console.amazonaws-us-gov.com", "https://signin.amazonaws-us-gov.com/saml",
            "us-gov-west-1");

    private final String id;
    private final String regionPrefix;
    private final String consoleHost;
    private final String samlAudience;
    private final String globalRegion;

    Partition(String id, String regionPrefix, String consoleHost, String samlAudience, String globalRegion) {
        this.id = id;
        this.regionPrefix = regionPrefix;
        this.consoleHost = consoleHost;
        this.samlAudience = samlAudience;
        this.globalRegion = globalRegion;
    }

    /** As ARNs write it: {@code aws}. */
    public String id() {
        return id;
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

    public static Partition of(Region region) {
        return Arrays.stream(values())
                .filter((partition) -> !partition.regionPrefix.isEmpty()
                        && region.id().startsWith(partition.regionPrefix))
                .findFirst()
                .orElse(AWS);
    }
}
