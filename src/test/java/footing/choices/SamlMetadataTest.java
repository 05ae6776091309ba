package footing.choices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import footing.choices.SamlMetadata.Flaw;
import footing.choices.SamlMetadata.FlawedException;
import footing.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamlMetadataTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static Flaw flaw(String text) {
        return catchThrowableOfType(FlawedException.class, () -> SamlMetadata.parse(text)).flaw();
    }

    private static String replaced(String what, String by) {
        assertThat(SamlSamples.TEXT).contains(what);
        return SamlSamples.TEXT.replace(what, by);
    }

    @Test
    void metadata_tellsWhoItIs_andWhenItsCertificateEnds() {
        SamlMetadata metadata = SamlSamples.metadata();

        assertThat(metadata.entityId()).isEqualTo("https://login.example.com/saml");
        assertThat(metadata.certificateEnd()).isEqualTo(Instant.parse("2126-10-31T18:37:46Z"));
        assertThat(metadata.validUntil()).isEmpty();
        assertThat(FederationRules.metadata("f", "a.xml", metadata, TODAY)).isEmpty();
    }

    @Test
    void metadata_isRefused_whereItIsSomethingElse() {
        assertThat(flaw("<a/>")).isEqualTo(Flaw.SIZE);
        assertThat(flaw("x".repeat(SamlMetadata.MOST + 1))).isEqualTo(Flaw.SIZE);
        assertThat(flaw(replaced("</md:EntityDescriptor>", ""))).isEqualTo(Flaw.NOT_XML);
        assertThat(flaw(replaced("md:EntityDescriptor", "md:EntitiesDescriptor"))).isEqualTo(Flaw.NO_ENTITY);
        assertThat(flaw(replaced("SAML:2.0:metadata", "SAML:1.0:metadata"))).isEqualTo(Flaw.NO_ENTITY);
        assertThat(flaw(replaced("entityID=\"https://login.example.com/saml\"", "entityID=\" \"")))
                .isEqualTo(Flaw.NO_ENTITY);
        assertThat(flaw(replaced("IDPSSODescriptor", "SPSSODescriptor"))).isEqualTo(Flaw.NO_PROVIDER);
        assertThat(flaw(replaced("SingleSignOnService", "SingleLogoutService"))).isEqualTo(Flaw.NO_PROVIDER);
        assertThat(flaw(replaced("use=\"signing\"", "use=\"encryption\""))).isEqualTo(Flaw.NO_CERTIFICATE);
        assertThat(flaw(replaced("MIIDGzCC", "AAAAAAAA"))).isEqualTo(Flaw.BAD_CERTIFICATE);
        assertThat(flaw(replaced("entityID=", "validUntil=\"soon\" entityID="))).isEqualTo(Flaw.BAD_DATE);
    }

    @Test
    void metadata_readsNoOtherFile_andUnfoldsNothing(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "https://stolen.example.com");
        String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n<md:EntityDescriptor";
        String stolen = replaced("<md:EntityDescriptor", entity).replace("Location=\"https://login.example.com",
                "Location=\"&x;");
        String bomb = replaced("<md:EntityDescriptor",
                "<!DOCTYPE a [<!ENTITY x \"" + "y".repeat(5000) + "\">]>\n<md:EntityDescriptor");

        assertThat(flaw(stolen)).isEqualTo(Flaw.NOT_XML);
        assertThat(flaw(bomb)).isEqualTo(Flaw.NOT_XML);
        assertThat(flaw(replaced("<md:EntityDescriptor", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">"
                + "<md:EntityDescriptor"))).isEqualTo(Flaw.NOT_XML);
    }

    @ParameterizedTest
    @CsvSource({"2126-10-30, WARNING, saml-certificate-soon", "2126-11-01, ERROR, saml-certificate-expired",
        "2027-01-02, ERROR, saml-expired"})
    void metadata_isHeldAgainstTheDay_onWhichItIsChosen(LocalDate day, Complaint.Severity severity, String rule) {
        SamlMetadata metadata = rule.equals("saml-expired")
                ? SamlSamples.metadata(replaced("entityID=", "validUntil=\"2027-01-01T00:00:00+01:00\" entityID="))
                : SamlSamples.metadata();

        List<Complaint> complaints = FederationRules.metadata("access.saml.metadataFile", "a.xml", metadata, day);
        assertThat(complaints).singleElement().satisfies((complaint) -> {
            assertThat(complaint.severity()).isEqualTo(severity);
            assertThat(complaint.key()).isEqualTo("complaint." + rule);
            assertThat(Texts.of("choices").get(complaint.key(), complaint.values())).doesNotContain("{");
        });
    }

    @Test
    void metadata_isTooLarge_forATemplate() {
        SamlMetadata large = SamlSamples.metadata(replaced("</md:EntityDescriptor>",
                "<!--" + "é".repeat(10_000) + "--></md:EntityDescriptor>"));

        assertThat(FederationRules.metadata("f", "a.xml", large, TODAY)).singleElement()
                .extracting(Complaint::key)
                .isEqualTo("complaint.saml-too-large");
    }

    @Test
    void everyFlaw_hasItsText() {
        for (Flaw flaw : Flaw.values()) {
            assertThat(FederationRules.flawed("f", "a.xml", flaw)).singleElement()
                    .satisfies((complaint) -> assertThat(Texts.of("choices").get(complaint.key(), complaint.values()))
                            .isNotBlank()
                            .doesNotContain("{"));
        }
    }
}
