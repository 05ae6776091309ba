package footing.practice;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;

/**
 * What services beside IAM know of people and access: analyzers, IAM Identity Center, the organization.
 *
 * @param organization the organization that the account is a member of, as {@code organizations:DescribeOrganization}
 * tells it
 * @param analyzers by ARN
 * @param identityCenters the instances of IAM Identity Center that the account sees, by Region
 * @param rootFeatures what the organization looks after of its members' root users: {@code RootCredentialsManagement}
 */
public record AccessState(Optional<Organization> organization, Table<AnalyzerSummary> analyzers,
        Table<InstanceMetadata> identityCenters, SortedSet<String> rootFeatures) {

    public AccessState {
        rootFeatures = Collections.unmodifiableSortedSet(new TreeSet<>(rootFeatures));
    }

    public AccessState withAnalyzers(UnaryOperator<Table<AnalyzerSummary>> change) {
        return new AccessState(organization, change.apply(analyzers), identityCenters, rootFeatures);
    }
}
