package footing.choices;

import footing.account.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an e-mail address gives away of who reads it. Indications, not proofs: a name pattern can be a group's. */
public final class Addresses {

    private static final Set<String> FREE_MAIL = Set.of("gmail.com", "googlemail.com", "outlook.com", "outlook.de",
            "hotmail.com", "hotmail.de", "hotmail.co.uk", "hotmail.fr", "live.com", "live.de", "msn.com", "yahoo.com",
            "yahoo.de", "yahoo.co.uk", "yahoo.fr", "yahoo.co.jp", "ymail.com", "rocketmail.com", "icloud.com", "me.com",
            "mac.com", "aol.com", "gmx.de", "gmx.net", "gmx.com", "gmx.at", "gmx.ch", "web.de", "t-online.de",
            "freenet.de", "mail.com", "mail.ru", "yandex.ru", "yandex.com", "proton.me", "protonmail.com", "pm.me",
            "tutanota.com", "tuta.io", "zoho.com", "fastmail.com", "hey.com", "qq.com", "163.com", "126.com",
            "sina.com", "naver.com", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "libero.it", "virgilio.it",
            "comcast.net", "verizon.net", "att.net", "btinternet.com", "posteo.de", "mailbox.org");

    /** Words that a group's address is made of. */
    private static final Set<String> GROUP_WORDS = Set.of("abuse", "account", "accounts", "accounting", "admin",
            "admins", "alarm", "alarms", "alert", "alerts", "all", "audit", "aws", "billing", "ciso", "cloud",
            "compliance", "contact", "devops", "dl", "engineering", "finance", "group", "help", "helpdesk", "incident",
            "incidents", "info", "infra", "infrastructure", "invoice", "invoices", "it", "list", "mail", "monitoring",
            "noc", "notifications", "notify", "office", "oncall", "operations", "ops", "payments", "platform",
            "postmaster", "purchasing", "response", "root", "sec", "secops", "security", "service", "services", "soc",
            "sre", "support", "sysadmin", "team", "tech", "web");

    private static final Pattern TWO_NAMES = Pattern.compile("\\p{L}+[._]\\p{L}{2,}[0-9]*");
    private static final Pattern WORD_BREAK = Pattern.compile("[._+=-]");

    private Addresses() {
    }

    /** Whether the address is one of a mail service for private people. */
    public static boolean isFreeMail(String address) {
        return FREE_MAIL.contains(domain(address));
    }

    /** Whether the part before the @ looks like a person's name: {@code first.last}. */
    public static boolean looksLikeName(String address) {
        String local = local(address);
        return TWO_NAMES.matcher(local).matches()
                && Arrays.stream(WORD_BREAK.split(local)).noneMatch(GROUP_WORDS::contains);
    }

    /** Whether a word in the part before the @ is one that groups are called by: {@code aws-security}. */
    public static boolean looksLikeGroup(String address) {
        return Arrays.stream(WORD_BREAK.split(local(address))).anyMatch(GROUP_WORDS::contains);
    }

    public static boolean looksPersonal(String address) {
        return isFreeMail(address) || looksLikeName(address);
    }

    /** Whether none of those who are subscribed looks like a list. */
    public static boolean allLookPersonal(List<Topic.Subscription> subscriptions) {
        return subscriptions.stream().allMatch((one) -> looksPersonal(one.endpoint()));
    }

    /** The part after the @, in lower case. */
    public static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static String local(String address) {
        return address.substring(0, Math.max(0, address.lastIndexOf('@'))).strip().toLowerCase(Locale.ROOT);
    }
}
