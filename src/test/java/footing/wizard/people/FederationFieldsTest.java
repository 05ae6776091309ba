package footing.wizard.people;

import static org.assertj.core.api.Assertions.assertThat;

import footing.account.AccountState;
import footing.account.Fact;
import footing.account.IdentityProviders;
import footing.account.States;
import footing.choices.Access;
import footing.choices.Choices;
import footing.choices.ItemId;
import footing.choices.OpenIdChoice;
import footing.choices.SamlSamples;
import footing.wizard.Desk;
import footing.wizard.Desks;
import footing.wizard.FakeWork;
import footing.wizard.Missing;
import footing.wizard.Step;
import footing.work.MetadataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FederationFieldsTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Desk desk = Desks.atOnce(new FakeWork(), List.of());
    private PeopleModel model = new PeopleModel(desk);

    private FederationFields open(AccountState account) {
        desk.session().set(desk.session().get().signedIn(FakeWork.connection()).surveyed(account).at(Step.PEOPLE));
        model.enter();
        return model.written().federation();
    }

    private FederationFields openFresh() {
        return open(States.fresh().account());
    }

    private Choices chosen() {
        model.proceed();
        return desk.session().get().choices().orElseThrow();
    }

    private Optional<String> missing() {
        return model.missing().getValue().map(Missing::field);
    }

    private static String rule(footing.wizard.form.Field field) {
        return field.complaint().orElseThrow().key();
    }

    private static Path metadata(Path folder) throws IOException {
        return Files.writeString(folder.resolve("metadata.xml"), SamlSamples.TEXT);
    }

    private static void fill(RoleRow row, String name, String subject, String policies) {
        row.name().value().set(name);
        row.subject().ifPresent((field) -> field.value().set(subject));
        row.policies().value().set(policies);
    }

    @Test
    void nobodyIsTrusted_unlessItIsChosen() {
        FederationFields fields = openFresh();
        fields.saml().name().value().set("half typed /");
        fields.openIdConnect().url().value().set("http://");

        assertThat(missing()).isEmpty();
        assertThat(chosen().access()).isEqualTo(Access.USUAL);
    }

    @Test
    void samlProvider_isChosen_withTheMetadataOfItsFile(@TempDir Path folder) throws IOException {
        SamlFields saml = openFresh().saml();
        saml.wanted().set(true);
        assertThat(missing()).contains(SamlFields.NAME);
        saml.name().value().set("company-login");
        assertThat(missing()).contains(MetadataFile.FIELD);
        assertThat(rule(saml.file())).isEqualTo("complaint.saml-missing");
        saml.file().value().set(metadata(folder).toString());
        RoleRow role = saml.roles().rows().all().getFirst();
        assertThat(missing()).contains(role.name().id());
        fill(role, "readers", "", " ReadOnlyAccess, SecurityAudit");

        assertThat(missing()).isEmpty();
        assertThat(chosen().access().saml()).hasValueSatisfying((choice) -> {
            assertThat(choice.metadata()).contains(SamlSamples.metadata());
            assertThat(choice.roles()).isEqualTo(Map.of("readers", List.of("ReadOnlyAccess", "SecurityAudit")));
        });
    }

    @Test
    void file_isChosenByItsWholePath_soThatItIsFoundFromAnywhere() throws IOException {
        Path home = Files.createDirectories(Path.of(System.getProperty("user.home", "")));
        Path file = Files.writeString(home.resolve("of-the-login.xml"), SamlSamples.TEXT);
        SamlFields saml = openFresh().saml();
        saml.wanted().set(true);
        saml.name().value().set("company-login");
        fill(saml.roles().rows().all().getFirst(), "readers", "", "ReadOnlyAccess");
        for (String written : List.of("of-the-login.xml", "~/of-the-login.xml")) {
            saml.file().value().set(written);
            assertThat(saml.choice().orElseThrow().metadataFile()).as(written).contains(file.toString());
        }
        saml.file().value().set("no-such-file.xml");
        assertThat(saml.choice().orElseThrow().metadataFile()).contains("no-such-file.xml");
    }

    @Test
    void fileThatIsNoMetadata_isComplainedAbout_atItsField(@TempDir Path folder) throws IOException {
        SamlFields saml = openFresh().saml();
        saml.wanted().set(true);
        saml.file().value().set(folder.resolve("none.xml").toString());
        assertThat(rule(saml.file())).isEqualTo("complaint.saml-unreadable");
        saml.file().value().set(Files.writeString(folder.resolve("a.xml"), "x".repeat(2000)).toString());
        assertThat(rule(saml.file())).isEqualTo("complaint.saml-not-xml");
        saml.file().value().set("a\0b");
        assertThat(rule(saml.file())).isEqualTo("complaint.saml-unreadable");
        assertThat(saml.file().shown().get()).as("not while it is written").isEmpty();
        saml.file().leave();
        assertThat(saml.file().shown().get()).isPresent();
    }

    @Test
    void nobodyGoesOn_whileTheFileIsRead(@TempDir Path folder) throws IOException {
        desk = Desks.desk(new FakeWork(), List.of(), waiting::add);
        model = new PeopleModel(desk);
        SamlFields saml = openFresh().saml();
        saml.wanted().set(true);
        saml.name().value().set("company-login");
        fill(saml.roles().rows().all().getFirst(), "readers", "", "ReadOnlyAccess");
        saml.file().value().set(folder.resolve("none.xml").toString());
        saml.file().value().set(metadata(folder).toString());
        assertThat(model.busy().getValue()).isTrue();
        model.proceed();
        assertThat(desk.session().get().at()).isEqualTo(Step.PEOPLE);

        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
        assertThat(model.busy().getValue()).isFalse();
        assertThat(chosen().access().saml().orElseThrow().metadata()).as("the last file counts").isPresent();
    }

    @Test
    void nameOfSomebodyElsesProvider_isComplainedAbout_atItsField() {
        SamlFields saml = open(States.fresh()
                .seen(Fact.IDENTITY_PROVIDERS, new IdentityProviders(List.of(new IdentityProviders.Saml(
                        "arn:aws:iam::123456789012:saml-provider/theirs", Optional.empty())),
                        List.of()))
                .account()).saml();
        saml.wanted().set(true);
        saml.name().value().set("theirs");

        assertThat(rule(saml.name())).isEqualTo("complaint.saml-taken");
    }

    @Test
    void issuer_isChosen_withRolesThatNameASubject() {
        OpenIdFields issuer = openFresh().openIdConnect();
        issuer.wanted().set(true);
        assertThat(missing()).contains(OpenIdFields.URL);
        issuer.url().value().set("https://token.actions.githubusercontent.com");
        RoleRow role = issuer.roles().rows().all().getFirst();
        fill(role, "deploy", "repo:*", "PowerUserAccess");
        assertThat(rule(role.subject().orElseThrow())).isEqualTo("complaint.subject-github");
        role.subject().orElseThrow().value().set("repo:example/shop:*");

        assertThat(missing()).isEmpty();
        assertThat(chosen().access().openIdConnect()).hasValueSatisfying((choice) -> {
            assertThat(choice.audience()).isEqualTo("sts.amazonaws.com");
            assertThat(choice.roles()).isEqualTo(
                    Map.of("deploy", new OpenIdChoice.Role("repo:example/shop:*", List.of("PowerUserAccess"))));
        });
    }

    @Test
    void role_isComplainedAbout_whenTheOtherProviderHasOneOfItsName_orThereIsNone() {
        FederationFields fields = openFresh();
        fields.saml().wanted().set(true);
        fields.openIdConnect().wanted().set(true);
        fill(fields.saml().roles().rows().all().getFirst(), "deploy", "", "PowerUserAccess");
        RoleRow second = fields.openIdConnect().roles().rows().all().getFirst();
        fill(second, "Deploy", "repo:example/shop:*", "PowerUserAccess");
        assertThat(rule(second.name())).isEqualTo("complaint.group-alike");

        fields.openIdConnect().roles().rows().remove(second);
        assertThat(rule(fields.openIdConnect().roles().all())).isEqualTo("complaint.no-roles");
    }

    @Test
    void nothingOfIt_isWritten_whenTheItemIsLeftAsItIs() {
        FederationFields fields = openFresh();
        fields.saml().wanted().set(true);
        assertThat(missing()).isPresent();
        model.written().leave(ItemId.FEDERATION).set(true);

        assertThat(missing()).isEmpty();
        assertThat(chosen().access()).isEqualTo(Access.USUAL);
    }

    @Test
    void choices_standThereAgain_whenThePageIsMadeAnew(@TempDir Path folder) throws IOException {
        samlProvider_isChosen_withTheMetadataOfItsFile(folder);
        Choices before = desk.session().get().choices().orElseThrow();
        PeopleModel again = new PeopleModel(desk);
        again.enter();
        again.proceed();

        assertThat(desk.session().get().choices()).contains(before);
    }
}
