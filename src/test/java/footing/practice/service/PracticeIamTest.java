package footing.practice.service;

import static org.assertj.core.api.Assertions.assertThat;

import footing.practice.Bench;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.Tag;

class PracticeIamTest {

    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
            + "\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}}";
    private static final String READ = "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"}]}";

    private final Bench bench = Bench.fresh();
    private final IamClient iam = bench.iam();

    @Test
    void passwordPolicy_fallsBackToIamsDefaults_whereItIsLeftOut() {
        Refused.with(NoSuchEntityException.class, "NoSuchEntity", 404, iam::getAccountPasswordPolicy);
        iam.updateAccountPasswordPolicy((policy) -> policy.minimumPasswordLength(14)
                .requireSymbols(true)
                .maxPasswordAge(90)
                .passwordReusePrevention(24)
                .hardExpiry(true));
        assertThat(iam.getAccountPasswordPolicy().passwordPolicy().expirePasswords()).isTrue();

        iam.updateAccountPasswordPolicy((policy) -> policy.requireNumbers(true));

        assertThat(iam.getAccountPasswordPolicy().passwordPolicy()).isEqualTo(PasswordPolicy.builder()
                .minimumPasswordLength(6)
                .requireSymbols(false)
                .requireNumbers(true)
                .requireUppercaseCharacters(false)
                .requireLowercaseCharacters(false)
                .allowUsersToChangePassword(false)
                .expirePasswords(false)
                .build());
        iam.deleteAccountPasswordPolicy();
        Refused.with(NoSuchEntityException.class, "NoSuchEntity", 404, iam::deleteAccountPasswordPolicy);
    }

    @Test
    void passwordPolicy_isRefused_whenOutOfRange() {
        Refused.with(IamException.class, "ValidationError", 400,
                () -> iam.updateAccountPasswordPolicy((policy) -> policy.minimumPasswordLength(5)));
        Refused.with(IamException.class, "ValidationError", 400,
                () -> iam.updateAccountPasswordPolicy((policy) -> policy.passwordReusePrevention(25)));
        Refused.with(IamException.class, "ValidationError", 400,
                () -> iam.updateAccountPasswordPolicy((policy) -> policy.maxPasswordAge(0)));
        assertThat(bench.state.read().iam().passwordPolicy()).isEmpty();
    }

    @Test
    void summary_tellsOfRoot_andDevicesAreTold_byAssignment() {
        IamClient old = new Bench("inherited").iam();

        assertThat(iam.getAccountSummary().summaryMapAsStrings()).containsEntry("AccountMFAEnabled", 0)
                .containsEntry("AccountPasswordPresent", 1)
                .containsEntry("AccountAccessKeysPresent", 0);
        assertThat(old.getAccountSummary().summaryMapAsStrings()).containsEntry("AccountMFAEnabled", 1)
                .containsEntry("AccountAccessKeysPresent", 1)
                .containsEntry("Users", 3);
        assertThat(old.listVirtualMFADevices((request) -> request.assignmentStatus(AssignmentStatusType.ASSIGNED))
                .virtualMFADevices()).anyMatch((device) -> device.user().arn().endsWith(":root"));
        assertThat(old.listVirtualMFADevices((request) -> request.assignmentStatus(AssignmentStatusType.UNASSIGNED))
                .virtualMFADevices()).isEmpty();
        assertThat(old.listAccountAliases().accountAliases()).containsExactly("nordlicht-handel");
        assertThat(old.listMFADevices((request) -> request.userName("jonas.weber")).mfaDevices()).isEmpty();
        assertThat(old.getLoginProfile((request) -> request.userName("jonas.weber")).loginProfile()).isNotNull();
        Refused.with(NoSuchEntityException.class, "NoSuchEntity", 404,
                () -> old.getLoginProfile((request) -> request.userName("deploy-bot")));
    }

    @Test
    void lists_comeInPages() {
        IamClient old = new Bench("inherited").iam();

        assertThat(old.listUsers((request) -> request.maxItems(2)).isTruncated()).isTrue();
        assertThat(old.listUsersPaginator((request) -> request.maxItems(2)).users()).hasSize(3);
        Refused.with(IamException.class, "ValidationError", 400, () -> old.listUsers((request) -> request.maxItems(0)));
    }

    @Test
    void role_isAnsweredWithItsDocumentsEncoded() {
        iam.createRole((request) -> request.roleName("worker").assumeRolePolicyDocument(TRUST));
        iam.putRolePolicy((request) -> request.roleName("worker").policyName("read").policyDocument(READ));

        String trust = iam.getRole((request) -> request.roleName("worker")).role().assumeRolePolicyDocument();
        String read = iam.getRolePolicy((request) -> request.roleName("worker").policyName("read")).policyDocument();
        assertThat(trust).startsWith("%7B%22Version");
        assertThat(URLDecoder.decode(trust, StandardCharsets.UTF_8)).isEqualTo(TRUST);
        assertThat(URLDecoder.decode(read, StandardCharsets.UTF_8)).isEqualTo(READ);
    }

    @Test
    void role_isRefused_whenItIsThereOrItsDocumentIsNone() {
        iam.createRole((request) -> request.roleName("worker").assumeRolePolicyDocument(TRUST));

        Refused.with(EntityAlreadyExistsException.class, "EntityAlreadyExists", 409,
                () -> iam.createRole((request) -> request.roleName("worker").assumeRolePolicyDocument(TRUST)));
        Refused.with(IamException.class, "ValidationError", 400,
                () -> iam.createRole((request) -> request.roleName("wor ker").assumeRolePolicyDocument(TRUST)));
        for (String document : new String[] {"{", "{}", "[]", READ, TRUST.replace("Allow", "Permit"),
            TRUST.replace("2012-10-17", "2026-01-01"), TRUST.replace("\"Action\"", "\"Actions\"")}) {
            Refused.with(MalformedPolicyDocumentException.class, "MalformedPolicyDocument", 400, () -> iam
                    .createRole((request) -> request.roleName("other").assumeRolePolicyDocument(document)));
        }
        Refused.with(MalformedPolicyDocumentException.class, "MalformedPolicyDocument", 400, () -> iam
                .putRolePolicy((request) -> request.roleName("worker").policyName("trust").policyDocument(TRUST)));
    }

    @Test
    void role_isKept_whileSomethingHangsOnIt() {
        iam.createRole((request) -> request.roleName("worker").assumeRolePolicyDocument(TRUST));
        iam.putRolePolicy((request) -> request.roleName("worker").policyName("read").policyDocument(READ));
        iam.attachRolePolicy((request) -> request.roleName("worker")
                .policyArn("arn:aws:iam::aws:policy/SecurityAudit"));
        assertThat(iam.listAttachedRolePolicies((request) -> request.roleName("worker")).attachedPolicies())
                .singleElement()
                .matches((policy) -> policy.policyName().equals("SecurityAudit"));

        Refused.with(DeleteConflictException.class, "DeleteConflict", 409,
                () -> iam.deleteRole((request) -> request.roleName("worker")));
        iam.detachRolePolicy((request) -> request.roleName("worker")
                .policyArn("arn:aws:iam::aws:policy/SecurityAudit"));
        Refused.with(DeleteConflictException.class, "DeleteConflict", 409,
                () -> iam.deleteRole((request) -> request.roleName("worker")));
        iam.deleteRolePolicy((request) -> request.roleName("worker").policyName("read"));
        iam.deleteRole((request) -> request.roleName("worker"));

        Refused.with(NoSuchEntityException.class, "NoSuchEntity", 404,
                () -> iam.getRole((request) -> request.roleName("worker")));
    }

    @Test
    void role_isTheSameInEveryRegion_andKeepsItsTags() {
        iam.createRole((request) -> request.roleName("worker")
                .assumeRolePolicyDocument(TRUST)
                .tags(Tag.builder().key("a").value("1").build()));
        iam.tagRole((request) -> request.roleName("worker").tags(Tag.builder().key("b").value("2").build()));
        iam.untagRole((request) -> request.roleName("worker").tagKeys("a"));

        IamClient elsewhere = bench.clients.get(IamClient.class, Bench.ELSEWHERE);
        assertThat(elsewhere.listRoleTags((request) -> request.roleName("worker")).tags())
                .containsExactly(Tag.builder().key("b").value("2").build());
    }
}
