package footing.aws.apply.setting;

import footing.account.PasswordPolicy;
import footing.aws.FromSdk;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;

/** The account's password policy. It is written whole: AWS resets every field that is left out. */
record PasswordPolicyAccess(IamClient iam) implements SettingAccess<Optional<PasswordPolicy>> {

    @Override
    public Optional<PasswordPolicy> read() {
        return SettingAccess.unless("NoSuchEntity", iam::getAccountPasswordPolicy)
                .map((response) -> FromSdk.passwordPolicy(response.passwordPolicy()));
    }

    @Override
    public void write(Optional<PasswordPolicy> before, Optional<PasswordPolicy> after) {
        after.ifPresentOrElse((policy) -> iam.updateAccountPasswordPolicy((request) -> {
            request.minimumPasswordLength(policy.minimumLength())
                    .requireSymbols(policy.requireSymbols())
                    .requireNumbers(policy.requireNumbers())
                    .requireUppercaseCharacters(policy.requireUppercase())
                    .requireLowercaseCharacters(policy.requireLowercase())
                    .allowUsersToChangePassword(policy.allowUsersToChange())
                    .hardExpiry(policy.hardExpiry());
            policy.maxAgeDays().ifPresent(request::maxPasswordAge);
            policy.reusePrevention().ifPresent(request::passwordReusePrevention);
        }), iam::deleteAccountPasswordPolicy);
    }
}
