package footing.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.Type;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
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

    private static final String UNUSED = """
          Unused:
            Type: AWS::AccessAnalyzer::Analyzer
            Properties:
              AnalyzerName: unused
              Type: ACCOUNT_UNUSED_ACCESS
              AnalyzerConfiguration: {UnusedAccessConfiguration: {UnusedAccessAge: 90}}
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
    void group_holdsItsInlinePolicies_andLosesThoseThatAreNotAskedAnyMore() {
        String inline = GROUP + """
                  Policies:
                    - PolicyName: read
                      PolicyDocument: {Statement: {Effect: Allow, Action: "s3:Get*", Resource: "*"}}
                    - PolicyName: list
                      PolicyDocument: {Statement: {Effect: Allow, Action: "s3:List*", Resource: "*"}}
            """;
        assertThat(deploying.create(inline)).isEqualTo("CREATE_COMPLETE");
        assertThat(iam.listGroupPolicies((of) -> of.groupName("ops")).policyNames()).containsExactly("list", "read");

        assertThat(deploying.update(inline.replace("PolicyName: list", "PolicyName: see")))
                .isEqualTo("UPDATE_COMPLETE");
        assertThat(iam.listGroupPolicies((of) -> of.groupName("ops")).policyNames()).containsExactly("read", "see");

        assertThat(deploying.delete()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void namedGroup_needsTheCapability() {
        assertThatThrownBy(() -> deploying.cloudFormation.createChangeSet((call) -> call.stackName("trial")
                .changeSetName("a")
                .changeSetType(ChangeSetType.CREATE)
                .capabilitiesWithStrings("CAPABILITY_IAM")
                .templateBody(GROUP)))
                .isInstanceOf(InsufficientCapabilitiesException.class)
                .hasMessageContaining("Requires capabilities : [CAPABILITY_NAMED_IAM]");
        assertThat(deploying.cloudFormation.validateTemplate((call) -> call.templateBody(GROUP))).satisfies((told) -> {
            assertThat(told.capabilitiesAsStrings()).containsExactly("CAPABILITY_NAMED_IAM");
            assertThat(told.capabilitiesReason())
                    .isEqualTo("The following resource(s) require capabilities: [AWS::IAM::Group]");
        });
        assertThat(deploying.cloudFormation
                .validateTemplate((call) -> call.templateBody(GROUP.replace("GroupName: ops", "Path: /x/")))
                .capabilitiesAsStrings()).containsExactly("CAPABILITY_IAM");
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
    void analyzer_ofUnusedAccess_standsBesideTheOther_andHoldsItsDays() {
        assertThat(deploying.create(GROUP + ANALYZER + UNUSED)).isEqualTo("CREATE_COMPLETE");

        assertThat(analyzers.getAnalyzer((of) -> of.analyzerName("unused"))
                .analyzer()
                .configuration()
                .unusedAccess()
                .unusedAccessAge()).isEqualTo(90);
        // Another number is another analyzer, which cannot have the name of the first.
        assertThat(deploying.update(GROUP + ANALYZER + UNUSED.replace("90", "30")))
                .isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(analyzers.listAnalyzers((all) -> all.type(Type.ACCOUNT_UNUSED_ACCESS)).analyzers()).hasSize(1);
    }

    @Test
    void analyzer_isRefused_withDaysThatAwsDoesNotTake_andWithAConfigurationOfAnotherKind() {
        assertThat(deploying.create(GROUP + UNUSED.replace("90", "366"))).isEqualTo("ROLLBACK_COMPLETE");
        assertThatThrownBy(() -> analyzers.createAnalyzer((call) -> call.analyzerName("a")
                .type(Type.ACCOUNT)
                .configuration((of) -> of.unusedAccess((part) -> part.unusedAccessAge(90)))))
                .hasMessageContaining("not supported for analyzers of type ACCOUNT");
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
