package footing.practice.service;

import footing.choices.SamlMetadata;
import footing.practice.IamState;
import footing.practice.IamState.ProviderState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.DeleteSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.GetSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.GetSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersResponse;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.TagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.TagSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.UntagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintRequest;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintResponse;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderResponse;

/** The identity providers that IAM trusts. */
abstract class IamProviders extends IamReports {

    private static final Pattern NAME = Pattern.compile("[\\w._-]+");
    private static final Pattern URL = Pattern.compile("https://[^:?#\\s]+");
    private static final Pattern THUMBPRINT = Pattern.compile("[0-9A-Fa-f]{40}");
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final int MOST_PROVIDERS = 100;
    private static final int MOST_CLIENTS = 100;
    private static final int MOST_THUMBPRINTS = 5;
    /** Metadata that says nothing of its end holds for so long. */
    private static final Duration LONG = Duration.ofDays(36_525);

    IamProviders(Here here, CredentialReports reports) {
        super(here, reports);
    }

    @Override
    public ListSamlProvidersResponse listSAMLProviders(ListSamlProvidersRequest request) {
        return ListSamlProvidersResponse.builder().samlProviderList(here.account().iam().samlProviders()).build();
    }

    @Override
    public ListOpenIdConnectProvidersResponse listOpenIDConnectProviders(ListOpenIdConnectProvidersRequest request) {
        return ListOpenIdConnectProvidersResponse.builder()
                .openIDConnectProviderList(here.account().iam().openIdConnectProviders())
                .build();
    }

    @Override
    public CreateSamlProviderResponse createSAMLProvider(CreateSamlProviderRequest request) {
        String name = IamErrors.checked("name", request.name(), 128, NAME);
        String arn = here.arn("iam", "", "saml-provider/" + name);
        SAMLProviderListEntry entry = entry(arn, here.now(), request.samlMetadataDocument());
        here.update((account) -> {
            if (account.iam().samlProviders().stream().anyMatch((one) -> one.arn().equals(arn))) {
                throw IamErrors.exists("SAMLProvider with name %s already exists.".formatted(name));
            }
            limit(account.iam().samlProviders().size(), "SAML providers");
            return account.withIam((iam) -> iam.withSaml(entry, ProviderState.NONE
                    .withMetadata(request.samlMetadataDocument())
                    .withTags(Tags.of(request.tags(), Tag::key, Tag::value))));
        });
        return CreateSamlProviderResponse.builder().samlProviderArn(arn).tags(request.tags()).build();
    }

    @Override
    public GetSamlProviderResponse getSAMLProvider(GetSamlProviderRequest request) {
        SAMLProviderListEntry entry = saml(here.account().iam(), request.samlProviderArn());
        ProviderState state = here.account().iam().provider(entry.arn());
        return GetSamlProviderResponse.builder()
                .samlMetadataDocument(state.metadata().orElse(null))
                .createDate(entry.createDate())
                .validUntil(entry.validUntil())
                .tags(tags(state))
                .build();
    }

    @Override
    public UpdateSamlProviderResponse updateSAMLProvider(UpdateSamlProviderRequest request) {
        here.update((account) -> {
            SAMLProviderListEntry old = saml(account.iam(), request.samlProviderArn());
            SAMLProviderListEntry entry = entry(old.arn(), old.createDate(), request.samlMetadataDocument());
            return account.withIam((iam) -> iam.withSaml(entry,
                    iam.provider(old.arn()).withMetadata(request.samlMetadataDocument())));
        });
        return UpdateSamlProviderResponse.builder().samlProviderArn(request.samlProviderArn()).build();
    }

    @Override
    public DeleteSamlProviderResponse deleteSAMLProvider(DeleteSamlProviderRequest request) {
        here.update((account) -> {
            String arn = saml(account.iam(), request.samlProviderArn()).arn();
            return account.withIam((iam) -> iam.withoutProvider(arn));
        });
        return DeleteSamlProviderResponse.builder().build();
    }

    @Override
    public TagSamlProviderResponse tagSAMLProvider(TagSamlProviderRequest request) {
        changeSaml(request.samlProviderArn(),
                (old) -> Tags.with(old, Tags.of(request.tags(), Tag::key, Tag::value)));
        return TagSamlProviderResponse.builder().build();
    }

    @Override
    public UntagSamlProviderResponse untagSAMLProvider(UntagSamlProviderRequest request) {
        changeSaml(request.samlProviderArn(), (old) -> Tags.without(old, request.tagKeys()));
        return UntagSamlProviderResponse.builder().build();
    }

    @Override
    public CreateOpenIdConnectProviderResponse createOpenIDConnectProvider(CreateOpenIdConnectProviderRequest request) {
        String url = IamErrors.checked("url", request.url(), 255, ANY);
        if (!URL.matcher(url).matches()) {
            throw IamErrors.input("Invalid Open ID Connect Provider URL");
        }
        clients(request.clientIDList());
        thumbprints(request.thumbprintList());
        String arn = here.arn("iam", "", "oidc-provider/" + url.substring("https://".length()));
        here.update((account) -> {
            List<OpenIDConnectProviderListEntry> there = account.iam().openIdConnectProviders();
            if (there.stream().anyMatch((one) -> one.arn().equals(arn))) {
                throw IamErrors.exists("Provider with url %s already exists.".formatted(url));
            }
            limit(there.size(), "OpenID Connect providers");
            return account.withIam((iam) -> iam.withOpenIdConnect(
                    OpenIDConnectProviderListEntry.builder().arn(arn).build(),
                    ProviderState.NONE.withClients(request.clientIDList(), request.thumbprintList())
                            .withTags(Tags.of(request.tags(), Tag::key, Tag::value))));
        });
        return CreateOpenIdConnectProviderResponse.builder()
                .openIDConnectProviderArn(arn)
                .tags(request.tags())
                .build();
    }

    @Override
    public GetOpenIdConnectProviderResponse getOpenIDConnectProvider(GetOpenIdConnectProviderRequest request) {
        String arn = openIdConnect(here.account().iam(), request.openIDConnectProviderArn()).arn();
        ProviderState state = here.account().iam().provider(arn);
        return GetOpenIdConnectProviderResponse.builder()
                .url(arn.substring(arn.indexOf('/') + 1))
                .clientIDList(state.clientIds())
                .thumbprintList(state.thumbprints())
                .tags(tags(state))
                .build();
    }

    @Override
    public AddClientIdToOpenIdConnectProviderResponse addClientIDToOpenIDConnectProvider(
            AddClientIdToOpenIdConnectProviderRequest request) {
        changeOpenId(request.openIDConnectProviderArn(), (old) -> {
            List<String> more = new ArrayList<>(old.clientIds());
            more.remove(request.clientID());
            more.add(request.clientID());
            clients(more);
            return old.withClients(more, old.thumbprints());
        });
        return AddClientIdToOpenIdConnectProviderResponse.builder().build();
    }

    @Override
    public RemoveClientIdFromOpenIdConnectProviderResponse removeClientIDFromOpenIDConnectProvider(
            RemoveClientIdFromOpenIdConnectProviderRequest request) {
        changeOpenId(request.openIDConnectProviderArn(), (old) -> old.withClients(
                old.clientIds().stream().filter((client) -> !client.equals(request.clientID())).toList(),
                old.thumbprints()));
        return RemoveClientIdFromOpenIdConnectProviderResponse.builder().build();
    }

    @Override
    public UpdateOpenIdConnectProviderThumbprintResponse updateOpenIDConnectProviderThumbprint(
            UpdateOpenIdConnectProviderThumbprintRequest request) {
        thumbprints(request.thumbprintList());
        changeOpenId(request.openIDConnectProviderArn(),
                (old) -> old.withClients(old.clientIds(), request.thumbprintList()));
        return UpdateOpenIdConnectProviderThumbprintResponse.builder().build();
    }

    @Override
    public DeleteOpenIdConnectProviderResponse deleteOpenIDConnectProvider(DeleteOpenIdConnectProviderRequest request) {
        here.update((account) -> {
            String arn = openIdConnect(account.iam(), request.openIDConnectProviderArn()).arn();
            return account.withIam((iam) -> iam.withoutProvider(arn));
        });
        return DeleteOpenIdConnectProviderResponse.builder().build();
    }

    @Override
    public TagOpenIdConnectProviderResponse tagOpenIDConnectProvider(TagOpenIdConnectProviderRequest request) {
        changeOpenId(request.openIDConnectProviderArn(), (old) -> old
                .withTags(Tags.with(old.tags(), Tags.of(request.tags(), Tag::key, Tag::value))));
        return TagOpenIdConnectProviderResponse.builder().build();
    }

    @Override
    public UntagOpenIdConnectProviderResponse untagOpenIDConnectProvider(UntagOpenIdConnectProviderRequest request) {
        changeOpenId(request.openIDConnectProviderArn(),
                (old) -> old.withTags(Tags.without(old.tags(), request.tagKeys())));
        return UntagOpenIdConnectProviderResponse.builder().build();
    }

    private void changeSaml(@Nullable String arn, UnaryOperator<SortedMap<String, String>> tags) {
        here.update((account) -> {
            SAMLProviderListEntry entry = saml(account.iam(), arn);
            ProviderState old = account.iam().provider(entry.arn());
            return account.withIam((iam) -> iam.withSaml(entry, old.withTags(tags.apply(old.tags()))));
        });
    }

    private void changeOpenId(@Nullable String arn, UnaryOperator<ProviderState> change) {
        here.update((account) -> {
            OpenIDConnectProviderListEntry entry = openIdConnect(account.iam(), arn);
            ProviderState now = change.apply(account.iam().provider(entry.arn()));
            return account.withIam((iam) -> iam.withOpenIdConnect(entry, now));
        });
    }

    private static SAMLProviderListEntry saml(IamState iam, @Nullable String arn) {
        return iam.samlProviders()
                .stream()
                .filter((one) -> one.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> IamErrors.notFound("Manifest not found for arn " + arn));
    }

    private static OpenIDConnectProviderListEntry openIdConnect(IamState iam, @Nullable String arn) {
        return iam.openIdConnectProviders()
                .stream()
                .filter((one) -> one.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> IamErrors.notFound("OpenIDConnect Provider not found for arn " + arn));
    }

    /** What IAM lists of a provider, once it has read its metadata. */
    private SAMLProviderListEntry entry(String arn, Instant made, @Nullable String metadata) {
        String text = IamErrors.checked("sAMLMetadataDocument", metadata, SamlMetadata.MOST, ANY);
        if (text.length() < SamlMetadata.LEAST) {
            throw IamErrors.invalid("sAMLMetadataDocument",
                    "have length greater than or equal to " + SamlMetadata.LEAST);
        }
        try {
            SamlMetadata read = SamlMetadata.parse(text);
            if (read.validUntil().filter(here.now()::isAfter).isPresent()) {
                throw IamErrors.input("Could not parse metadata: it has expired");
            }
            return SAMLProviderListEntry.builder()
                    .arn(arn)
                    .createDate(made)
                    .validUntil(read.validUntil().orElse(made.plus(LONG)))
                    .build();
        } catch (SamlMetadata.FlawedException flawed) {
            throw IamErrors.input("Could not parse metadata");
        }
    }

    private static void limit(int there, String what) {
        if (there >= MOST_PROVIDERS) {
            throw IamErrors.limit("Cannot exceed quota for %s: %d".formatted(what, MOST_PROVIDERS));
        }
    }

    private static void clients(List<String> clients) {
        if (clients.size() > MOST_CLIENTS) {
            throw IamErrors.limit("Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: " + MOST_CLIENTS);
        }
        clients.forEach((client) -> IamErrors.checked("clientID", client, 255, ANY));
    }

    private static void thumbprints(List<String> thumbprints) {
        if (thumbprints.size() > MOST_THUMBPRINTS) {
            throw IamErrors.input("Thumbprint list must contain fewer than %d entries.".formatted(MOST_THUMBPRINTS));
        }
        thumbprints.forEach((one) -> IamErrors.checked("thumbprint", one, 40, THUMBPRINT));
    }

    private static List<Tag> tags(ProviderState state) {
        return Tags.list(state.tags(), (key, value) -> Tag.builder().key(key).value(value).build());
    }
}
