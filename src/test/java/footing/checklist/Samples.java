package footing.checklist;

import footing.baseline.Status;
import footing.checklist.Checklist.About;
import footing.checklist.Checklist.Altered;
import footing.checklist.Checklist.ControlGroup;
import footing.checklist.Checklist.Count;
import footing.checklist.Checklist.Entry;
import footing.checklist.Checklist.EvidenceRow;
import footing.checklist.Checklist.General;
import footing.checklist.Checklist.Hidden;
import footing.checklist.Checklist.Made;
import footing.checklist.Checklist.Named;
import footing.checklist.Checklist.Part;
import footing.checklist.Checklist.Point;
import footing.checklist.Checklist.Speaking;
import footing.checklist.Checklist.Step;
import footing.checklist.Checklist.Version;
import footing.checklist.Checklist.Word;
import footing.text.StatusLook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checklists made by hand: one of each status, and one in which every text is hostile. */
final class Samples {

    static final String HOSTILE = "</td><script>alert(1)</script>&amp;\"'`{{label.page}}";

    private Samples() {
    }

    static Checklist ordinary() {
        return of("111122223333", "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/jo",
                "The security contact is set to a group's list, aws-security@example.com.",
                "SecurityAudience", Optional.of("fresh"));
    }

    static Checklist hostile() {
        return of(HOSTILE, "arn:aws:iam::111122223333:user/" + HOSTILE, HOSTILE + " " + "W".repeat(300),
                HOSTILE + "x".repeat(700), Optional.of(HOSTILE));
    }

    static Checklist of(String account, String principal, String finding, String value, Optional<String> practice) {
        About about = new About(account, Optional.of("example-prod"), principal, "aws", "eu-central-1",
                List.of("eu-central-1", "eu-west-1", "us-east-1"), "2026-03-01 09:30:00 UTC",
                Instant.parse("2026-03-01T09:31:07Z"), "2026-03-01 09:31:07 UTC", principal, "0.1.0", practice,
                practice.isPresent() ? Optional.empty() : Optional.of("http://127.0.0.1:5000 " + value));
        List<Entry> entries = new ArrayList<>();
        List<Count> counts = new ArrayList<>();
        for (Status status : Status.values()) {
            entries.add(entry(status, finding, value));
            counts.add(new Count(status, "2 " + status));
        }
        List<Part> parts = List.of(new Part("communication", "Communication with AWS", entries.subList(0, 3)),
                new Part("logging", "Logging and auditing", entries.subList(3, 7)));
        return new Checklist(about, counts, parts,
                List.of(new General("Least privilege", finding, List.of(new Speaking("Speaks for it",
                        List.of(new Point(StatusLook.of(Status.MET).styleClass(), value, Status.MET, "Met")))))),
                Optional.of(new Checklist.LastUsed("2026-03-01 08:00:00 UTC",
                        List.of(new Checklist.Used("Root user", "never, as far as AWS tells", List.of("none")),
                                new Checklist.Used(value, "2025-12-01 08:00:00 UTC, 90 days ago",
                                        List.of("2026-02-28 08:00:00 UTC, 1 days ago", "never; switched off"))),
                        Optional.of("And 7 users more"))),
                List.of(made(value)), List.of(made(value)),
                List.of(new Step("Physical MFA on the root user", "Give the root user a hardware MFA device",
                        List.of("Sign in as the root user.", finding,
                                "Keep the device where two people can get at it."),
                        "https://us-east-1.console.aws.amazon.com/iam/home#/security_credentials")),
                List.of(new Hidden("Trail", finding, Optional.of("cloudtrail:DescribeTrails")),
                        new Hidden("Log bucket", "The Region is not enabled.", Optional.empty())));
    }

    private static Entry entry(Status status, String finding, String value) {
        List<EvidenceRow> evidence = List.of(
                new EvidenceRow("cloudformation:ListStackResources", "ap-southeast-3", "2026-03-01 09:30:01 UTC",
                        "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
                        List.of(new Named("AlternateContact.EmailAddress", value),
                                new Named("TrailARN",
                                        "arn:aws:cloudtrail:eu-central-1:111122223333:trail/footing-management-events"))),
                new EvidenceRow("s3:GetBucketPolicy", "us-east-1", "2026-03-01 09:30:02 UTC",
                        "eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran" + value, List.of()),
                new EvidenceRow("iam:GetAccountSummary", "us-east-1", "2026-03-01 09:30:02 UTC", "", List.of()));
        return new Entry(StatusLook.of(status).styleClass(), "Security contact " + status, status, "Word of " + status,
                "AWS has an address of its own for security matters.",
                "Warnings about abuse and exposed keys go there; without it they reach the root user's mailbox only.",
                finding,
                List.of(new ControlGroup("CIS AWS Foundations Benchmark",
                        List.of(new Version("3.0.0", "1.2"), new Version("5.0.0", "4.1–4.15"))),
                        new ControlGroup("AWS Security Hub", List.of(new Version("", "Account.1"))),
                        new ControlGroup("NIST SP 800-53", List.of(new Version("Rev. 5", "CM-2, CM-2(2)")))),
                status == Status.UNKNOWN ? List.of() : evidence,
                List.of("aws account get-alternate-contact --alternate-contact-type SECURITY --region us-east-1",
                        "aws s3api get-bucket-policy --bucket '" + value + "' --region us-east-1"),
                status == Status.ATTESTED || status == Status.NEEDS_ATTESTATION
                        ? Optional.of(new Word("Jo Doe", "2026-01-01", finding, "SEC-12", "2026-12-31",
                                status == Status.ATTESTED))
                        : Optional.empty(),
                status == Status.PENDING ? List.of(made(value)) : List.of());
    }

    private static Made made(String value) {
        return new Made("Security contact", "Change the alternate contact SECURITY", "alternate-contact:SECURITY",
                "us-east-1", 1, List.of(new Altered("EmailAddress", Optional.of("jo@example.com"), Optional.of(value)),
                        new Altered("Name", Optional.empty(), Optional.of("Security"))));
    }
}
