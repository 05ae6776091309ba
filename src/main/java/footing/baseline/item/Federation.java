package footing.baseline.item;

import footing.account.Absence;
import footing.account.AccountState;
import footing.account.Fact;
import footing.account.IdentityCenter;
import footing.account.IdentityProviders;
import footing.account.Organization;
import footing.account.Reading;
import footing.account.Region;
import footing.account.Regional;
import footing.baseline.Outcome;
import footing.baseline.Section;
import footing.baseline.Status;
import footing.baseline.Verdict;
import footing.baseline.Verdict.Ruling;
import footing.choices.Access;
import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.ItemId;
import footing.choices.OpenIdChoice;
import footing.choices.SamlChoice;
import footing.plan.Change;
import footing.plan.Remedy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * People come from an identity provider that exists already, so that they need no IAM users. Source: {@code
 * sso:ListInstances}, {@code iam:ListSAMLProviders}, {@code iam:ListOpenIDConnectProviders}.
 */
final class Federation extends Described {

    enum Result implements Outcome {
        IDENTITY_CENTER(Status.MET),
        /** Identity Center leaves a provider in every account that people reach through it. */
        ASSIGNED(Status.MET),
        SAML(Status.MET),
        NONE(Status.NOT_MET),
        EXPIRED(Status.NOT_MET),
        OPEN_ID(Status.NEEDS_ATTESTATION);

        private final Status status;

        Result(Status status) {
            this.status = status;
        }

        @Override
        public Status status() {
            return status;
        }
    }

    Federation() {
        super(ItemId.FEDERATION, Section.IDENTITY, Fix.BY_HAND,
                Set.of(Fact.IDENTITY_CENTERS, Fact.IDENTITY_PROVIDERS, Fact.ORGANIZATION), Result.values(),
                Controls.cis("1.21", "1.21", "1.20", "2.20", "2.19"));
    }

    @Override
    public Verdict judge(AccountState account) {
        Optional<Reading<Ruling>> center = identityCenter(account);
        return Verdict.of(this, center.filter((reading) -> reading.found().isPresent())
                .or(() -> provider(account))
                .or(() -> center)
                .orElseGet(() -> Reading.both(everyRegion(account.read(Fact.IDENTITY_CENTERS)),
                        account.read(Fact.IDENTITY_PROVIDERS), (none, providers) -> without(providers))));
    }

    /**
     * An instance that belongs to the account that manages the organization. One that a single account made for itself
     * gives access to applications, and lets nobody into an account.
     */
    private static Optional<Reading<Ruling>> identityCenter(AccountState account) {
        Reading<Regional<List<IdentityCenter>>> centers = account.read(Fact.IDENTITY_CENTERS);
        Reading<Optional<Organization>> organization = account.read(Fact.ORGANIZATION);
        if (organization.found().isEmpty()) {
            return region(centers, IdentityCenter::active)
                    .map((region) -> organization.map((unseen) -> Ruling.of(Result.IDENTITY_CENTER)));
        }
        return organization.found()
                .flatMap((seen) -> seen)
                .flatMap((seen) -> region(centers,
                        (center) -> center.active() && seen.isManagedBy(center.owner())))
                .map((region) -> Reading.both(organization, centers.flatMap((regional) -> regional.in(region)),
                        (seen, instances) -> Ruling.of(Result.IDENTITY_CENTER, Map.of("region", region.id()))));
    }

    /** The first Region in which there is such an instance. */
    private static Optional<Region> region(Reading<Regional<List<IdentityCenter>>> centers,
            Predicate<IdentityCenter> which) {
        return centers.found()
                .flatMap((regional) -> regional.found()
                        .entrySet()
                        .stream()
                        .filter((entry) -> entry.getValue().stream().anyMatch(which))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private static Optional<Reading<Ruling>> provider(AccountState account) {
        Instant now = account.surveyedAt();
        Reading<IdentityProviders> reading = account.read(Fact.IDENTITY_PROVIDERS);
        List<IdentityProviders.Saml> good = reading.found()
                .stream()
                .flatMap((providers) -> providers.saml().stream())
                .filter((saml) -> saml.validUntil().filter(now::isAfter).isEmpty())
                .toList();
        return good.isEmpty()
                ? Optional.empty()
                : Optional.of(reading.map((providers) -> good.stream()
                        .anyMatch(IdentityProviders.Saml::isOfIdentityCenter)
                                ? Ruling.of(Result.ASSIGNED)
                                : Ruling.of(Result.SAML, names(good))));
    }

    private static Map<String, String> names(List<IdentityProviders.Saml> providers) {
        return Map.of("providers", Names.some(providers.stream().map(IdentityProviders.Saml::name).toList()));
    }

    /** The ruling where no Region has an instance and no SAML provider is good. */
    private static Ruling without(IdentityProviders providers) {
        List<String> forPeople = providers.openIdConnect()
                .stream()
                .map((arn) -> arn.substring(arn.indexOf('/') + 1))
                .filter((issuer) -> !OpenIdChoice.vouchesForMachines(issuer))
                .toList();
        if (!forPeople.isEmpty()) {
            return Ruling.of(Result.OPEN_ID, Map.of("providers", Names.some(forPeople)));
        }
        return providers.saml().isEmpty()
                ? Ruling.of(Result.NONE)
                : Ruling.of(Result.EXPIRED, names(providers.saml()));
    }

    /** Nothing is said of none before every Region was seen in which there could be one. */
    private static Reading<List<List<IdentityCenter>>> everyRegion(Reading<Regional<List<IdentityCenter>>> reading) {
        return reading.flatMap((regional) -> Reading.all(regional.readings()
                .values()
                .stream()
                .filter((one) -> !(one instanceof Reading.Unavailable<List<IdentityCenter>>(Absence why)
                        && why.kind() != Absence.Kind.NOT_SUBSCRIBED))
                .toList()));
    }

    /** Nothing is made but what people chose; the way to IAM Identity Center is shown to who chose nothing. */
    @Override
    public Remedy remedy(AccountState account, Choices choices) {
        boolean seen = account.read(Fact.IDENTITY_PROVIDERS).found().isPresent();
        boolean held = FederationResources.anyHeld(account);
        if (!seen && (held || choices.access().hasProvider())) {
            return Remedy.nothing(Remedy.Reason.NOT_SEEN);
        }
        List<Change> changes = new ArrayList<>(FederationResources.of(account, choices));
        Verdict verdict = judge(account);
        if (verdict.status() != Status.MET && !letsPeopleIn(choices.access())) {
            changes.add(verdict.outcome().equals(Optional.of(Result.EXPIRED))
                    ? Console.step(id(), "federation-expired", Console.providers(account))
                    : Console.step(id(), "federation", Console.identityCenter(account)));
        }
        return changes.isEmpty() && !held ? Remedy.nothing(Remedy.Reason.IN_ORDER) : new Remedy.Changes(changes);
    }

    private static boolean letsPeopleIn(Access access) {
        return access.saml().flatMap(SamlChoice::metadata).isPresent()
                || access.openIdConnect().filter(OpenIdChoice::isForPeople).isPresent();
    }

    @Override
    public List<Complaint> complaints(AccountState account, Choices choices) {
        return choices.leaves(id()) ? List.of() : FederationResources.complaints(account, choices);
    }
}
