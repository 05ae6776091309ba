package footing.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.Type;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

class AccessStackTest {

    private static final String GROUP = """
        Resources:
          Ops:
            Type: AWS::IAM::Group
            Properties:
              GroupName: ops
              ManagedPolicyArns:
                - arn:aws:iam::aws:policy/ReadOnlyAccess
                - arn:aws:iam::aws:policy/job-function/SystemAdministrator
        """;
    private static final String ANALYZER = """
          Analyzer:
            Type: AWS::AccessAnalyzer::Analyzer
            Properties:
              AnalyzerName: trial
              Type: ACCOUNT
        """;

    private final Deploying deploying = Deploying.fresh();
    private final IamClient iam = deploying.client(IamClient.class);
    private final AccessAnalyzerClient analyzers = deploying.client(AccessAnalyzerClient.class);

    @Test
    void group_holdsItsPolicies_andLosesThoseThatAreNotAskedAnyMore() {
        assertThat(deploying.create(GROUP)).isEqualTo("CREATE_COMPLETE");
        assertThat(iam.listAttachedGroupPolicies((of) -> of.groupName("ops")).attachedPolicies())
                .extracting((policy) -> policy.policyName())
                .containsExactly("ReadOnlyAccess", "SystemAdministrator");

        assertThat(deploying.update(GROUP.replace("ReadOnlyAccess", "SecurityAudit"))).isEqualTo("UPDATE_COMPLETE");
        assertThat(iam.listAttachedGroupPolicies((of) -> of.groupName("ops")).attachedPolicies())
                .extracting((policy) -> policy.policyName())
                .containsExactly("SystemAdministrator", "SecurityAudit");

        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
        assertThatThrownBy(() -> iam.getGroup((of) -> of.groupName("ops"))).isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void analyzer_isMadeAndDeleted_withItsStack() {
        assertThat(deploying.create(GROUP + ANALYZER)).isEqualTo("CREATE_COMPLETE");
        assertThat(analyzers.listAnalyzers((all) -> all.type(Type.ACCOUNT)).analyzers())
                .extracting((analyzer) -> analyzer.name())
                .containsExactly("trial");

        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
        assertThat(analyzers.listAnalyzers((all) -> all.type(Type.ACCOUNT)).analyzers()).isEmpty();
    }

    @Test
    void stack_isRolledBack_whereTheRegionHasAnAnalyzer() {
        analyzers.createAnalyzer((analyzer) -> analyzer.analyzerName("theirs").type(Type.ACCOUNT));

        assertThat(deploying.create(GROUP + ANALYZER)).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(deploying.cloudFormation.describeStackEvents((call) -> call.stackName(Deploying.STACK))
                .stackEvents()).anySatisfy(
                        (event) -> assertThat(event.resourceStatusReason())
                                .contains("maximum number of analyzers"));
        assertThatThrownBy(() -> iam.getGroup((of) -> of.groupName("ops"))).isInstanceOf(NoSuchEntityException.class);
    }
}
