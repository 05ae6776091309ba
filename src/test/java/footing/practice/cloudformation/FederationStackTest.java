package footing.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footing.choices.SamlSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

class FederationStackTest {

    private static final String SAML = """
        Resources:
          Login:
            Type: AWS::IAM::SAMLProvider
            Properties:
              Name: login
              SamlMetadataDocument: %s
          Readers:
            Type: AWS::IAM::Role
            Properties:
              RoleName: readers
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                - Effect: Allow
                  Principal: {Federated: !Ref Login}
                  Action: sts:AssumeRoleWithSAML
                  Condition: {StringEquals: {'SAML:aud': 'https://signin.aws.amazon.com/saml'}}
        """;
    private static final String OPEN_ID = """
        Resources:
          Issuer:
            Type: AWS::IAM::OIDCProvider
            Properties:
              Url: https://login.example.com/a
              ClientIdList: [sts.amazonaws.com]
        """;
    private static final String ISSUER = "arn:aws:iam::123456789012:oidc-provider/login.example.com/a";

    private final Deploying deploying = Deploying.fresh();
    private final IamClient iam = deploying.client(IamClient.class);

    private static String saml(String metadata) {
        return SAML.formatted("\"" + metadata.replace("\"", "\\\"").replace("\n", "\\n") + "\"");
    }

    private String metadata() {
        return iam.getSAMLProvider((call) -> call.samlProviderArn(deploying.physicalId("Login")))
                .samlMetadataDocument();
    }

    @Test
    void samlProvider_holdsItsMetadata_andTheRoleTrustsIt() {
        assertThat(deploying.create(saml(SamlSamples.TEXT))).isEqualTo("CREATE_COMPLETE");
        assertThat(deploying.physicalId("Login")).isEqualTo("arn:aws:iam::123456789012:saml-provider/login");
        assertThat(metadata()).isEqualTo(SamlSamples.TEXT);
        assertThat(iam.getRole((call) -> call.roleName("readers")).role().assumeRolePolicyDocument())
                .contains("saml-provider%2Flogin");

        String renewed = SamlSamples.TEXT.replace("entityID=", "validUntil=\"2099-01-01T00:00:00Z\" entityID=");
        assertThat(deploying.update(saml(renewed))).isEqualTo("UPDATE_COMPLETE");
        assertThat(metadata()).isEqualTo(renewed);
        assertThat(iam.listSAMLProviders().samlProviderList())
                .filteredOn((one) -> one.arn().endsWith("/login"))
                .singleElement()
                .satisfies((one) -> assertThat(one.validUntil()).isEqualTo("2099-01-01T00:00:00Z"));

        String arn = deploying.physicalId("Login");
        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
        assertThatThrownBy(() -> iam.getSAMLProvider((call) -> call.samlProviderArn(arn)))
                .isInstanceOf(NoSuchEntityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a/>", "validUntil=\"2020-01-01T00:00:00Z\" entityID=", "entity="})
    void samlProvider_isRefused_withWhatIsNoMetadata_orHasExpired(String broken) {
        assertThat(deploying.create(saml(broken.startsWith("<")
                ? broken
                : SamlSamples.TEXT.replace("entityID=", broken)))).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(iam.listSAMLProviders().samlProviderList()).noneMatch((one) -> one.arn().endsWith("/login"));
    }

    @Test
    void samlProvider_isRefused_whereTheNameIsTaken() {
        iam.createSAMLProvider((call) -> call.name("login").samlMetadataDocument(SamlSamples.TEXT));

        assertThat(deploying.create(saml(SamlSamples.TEXT))).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(deploying.reason("Login", "CREATE_FAILED")).contains("already exists");
    }

    @Test
    void openIdProvider_isForItsClients_andThereIsOneForAnIssuer() {
        assertThat(deploying.create(OPEN_ID)).isEqualTo("CREATE_COMPLETE");
        assertThat(iam.getOpenIDConnectProvider((call) -> call.openIDConnectProviderArn(ISSUER)).clientIDList())
                .containsExactly("sts.amazonaws.com");
        assertThatThrownBy(() -> iam.createOpenIDConnectProvider((call) -> call.url("https://login.example.com/a")))
                .isInstanceOf(EntityAlreadyExistsException.class);

        assertThat(deploying.update(OPEN_ID.replace("[sts.amazonaws.com]", "[other, third]")))
                .isEqualTo("UPDATE_COMPLETE");
        assertThat(iam.getOpenIDConnectProvider((call) -> call.openIDConnectProviderArn(ISSUER)).clientIDList())
                .containsExactly("other", "third");

        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
        assertThat(iam.listOpenIDConnectProviders().openIDConnectProviderList()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example.com", "https://login.example.com:8443", "https://a.example/?b=c"})
    void openIdProvider_isRefused_withAnAddressThatIamDoesNotTake(String url) {
        assertThat(deploying.create(OPEN_ID.replace("https://login.example.com/a", url)))
                .isEqualTo("ROLLBACK_COMPLETE");
        assertThat(deploying.reason("Issuer", "CREATE_FAILED")).contains("Invalid Open ID Connect Provider URL");
    }
}
