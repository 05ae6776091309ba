package footing.choices;

import footing.choices.Complaint.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What IAM takes of identity providers and their roles, and what is too open to be trusted. */
public final class FederationRules {

    private static final Pattern PROVIDER = Pattern.compile("[\\w.-]{1,128}");
    private static final Pattern ROLE = Pattern.compile("[\\w+=,.@-]{1,64}");
    private static final Pattern URL = Pattern.compile("https://[a-z0-9.-]+(/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-])?");
    private static final int LONGEST_URL = 255;
    private static final int LONGEST_SUBJECT = 1000;
    /** A pattern that begins with less lets in whoever the issuer vouches for. */
    private static final Pattern SUBJECT = Pattern.compile("[^*?\\p{Cntrl}]{3}[^\\p{Cntrl}]*");
    /** GitHub vouches for everybody's workflows, so one's own organization has to be named. */
    private static final Pattern GITHUB_SUBJECT = Pattern.compile("repo:[^*?/]+/.+");
    private static final String GITHUB = "token.actions.githubusercontent.com";
    /** What fits in the template of a stack beside all the rest of it. */
    private static final int MOST_BYTES = 20_000;
    private static final int SOON_DAYS = 30;

    private FederationRules() {
    }

    static List<Complaint> check(String field, Access access) {
        List<Complaint> complaints = new ArrayList<>();
        SortedMap<String, String> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        access.saml().ifPresent((saml) -> {
            String at = field + ".saml";
            if (!PROVIDER.matcher(saml.name()).matches() || saml.name().startsWith("AWSSSO_")) {
                complaints.addAll(Complaints.error(at + ".name", saml.name(), "saml-name"));
            }
            complaints.addAll(someRoles(at, saml.roles().isEmpty()));
            saml.roles().forEach((name, held) -> complaints.addAll(role(at, name, held, ids)));
        });
        access.openIdConnect().ifPresent((provider) -> {
            String at = field + ".openIdConnect";
            if (provider.url().length() > LONGEST_URL || !URL.matcher(provider.url()).matches()) {
                complaints.addAll(Complaints.error(at + ".url", provider.url(), "issuer",
                        Map.of("max", String.valueOf(LONGEST_URL))));
            }
            complaints.addAll(Rules.text(at + ".audience", provider.audience(), LONGEST_URL));
            complaints.addAll(someRoles(at, provider.roles().isEmpty()));
            provider.roles().forEach((name, role) -> {
                complaints.addAll(role(at, name, role.policies(), ids));
                complaints.addAll(subject(at + ".roles." + name + ".subject", role.subject(), provider));
            });
        });
        return complaints;
    }

    private static List<Complaint> someRoles(String field, boolean none) {
        return none ? Complaints.error(field + ".roles", "", "no-roles") : Complaints.none();
    }

    /**
     * What is wrong with a role's name.
     *
     * @param ids the ids of the roles before it, each with its name; this one's is added
     */
    public static List<Complaint> roleName(String field, String name, SortedMap<String, String> ids) {
        List<Complaint> complaints = new ArrayList<>();
        if (!ROLE.matcher(name).matches() || name.toLowerCase(Locale.ROOT).startsWith("awsreserved")) {
            complaints.addAll(Complaints.error(field, name, "role-name"));
        }
        String other = ids.put(LogicalIds.of(name), name);
        if (other != null) {
            complaints.addAll(Complaints.error(field, name, "group-alike", Map.of("other", other)));
        }
        return complaints;
    }

    private static List<Complaint> role(String field, String name, List<String> held, SortedMap<String, String> ids) {
        String at = field + ".roles." + name;
        List<Complaint> complaints = new ArrayList<>(roleName(at, name, ids));
        complaints.addAll(Groups.policies(at, held));
        return complaints;
    }

    /** What is wrong with the subject that a role's tokens have to name. */
    public static List<Complaint> subject(String field, String subject, OpenIdChoice provider) {
        if (subject.length() > LONGEST_SUBJECT || !SUBJECT.matcher(subject).matches()) {
            return Complaints.error(field, subject, "subject");
        }
        return provider.issuer().equals(GITHUB) && !GITHUB_SUBJECT.matcher(subject).matches()
                ? Complaints.error(field, subject, "subject-github")
                : Complaints.none();
    }

    /**
     * What is wrong with a metadata file on the day on which it is chosen.
     *
     * @param field the field that names the file
     * @param file its name, as it was given
     */
    public static List<Complaint> metadata(String field, String file, SamlMetadata metadata, LocalDate today) {
        Instant now = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<String, String> values = Map.of("end", day(metadata.certificateEnd()), "until",
                metadata.validUntil().map(FederationRules::day).orElse(""), "max", String.valueOf(MOST_BYTES));
        if (metadata.validUntil().filter(now::isAfter).isPresent()) {
            return Complaints.error(field, file, "saml-expired", values);
        }
        if (metadata.certificateEnd().isBefore(now)) {
            return Complaints.error(field, file, "saml-certificate-expired", values);
        }
        if (metadata.text().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Complaints.error(field, file, "saml-too-large", values);
        }
        return metadata.certificateEnd().isBefore(today.plusDays(SOON_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant())
                ? Complaints.of(field, file, Severity.WARNING, "saml-certificate-soon", values)
                : Complaints.none();
    }

    /** What is wrong with a file that is no metadata. */
    public static List<Complaint> flawed(String field, String file, SamlMetadata.Flaw flaw) {
        return Complaints.error(field, file, "saml-" + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Map.of("min", String.valueOf(SamlMetadata.LEAST), "max", String.valueOf(SamlMetadata.MOST)));
    }

    /**
     * The metadata file cannot be read.
     *
     * @param folder from which a path counts that is not absolute
     */
    public static List<Complaint> unreadable(String field, String file, String folder) {
        return Complaints.error(field, file, "saml-unreadable", Map.of("folder", folder));
    }

    /** A name that somebody else's provider has. */
    public static List<Complaint> taken(String field, String name) {
        return Complaints.error(field, name, "saml-taken");
    }

    /** A provider without metadata, of which IAM has none either. */
    public static List<Complaint> noMetadata(String field) {
        return Complaints.error(field, "", "saml-missing");
    }

    private static String day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
