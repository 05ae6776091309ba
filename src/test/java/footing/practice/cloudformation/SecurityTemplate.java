package footing.practice.cloudformation;

/** A template that has one of every resource type that the practice account knows. */
final class SecurityTemplate {

    private SecurityTemplate() {
    }

    static final String TEXT = """
        AWSTemplateFormatVersion: "2010-09-09"
        Description: one of each
        Resources:
          Trail:
            Type: AWS::CloudTrail::Trail
            DependsOn: [BucketPolicy]
            Properties:
              TrailName: trial
              S3BucketName: !Ref Bucket
              IsLogging: true
              IsMultiRegionTrail: true
              EnableLogFileValidation: true
              CloudWatchLogsLogGroupArn: !GetAtt Group.Arn
              CloudWatchLogsRoleArn: !GetAtt Role.Arn
          Bucket:
            Type: AWS::S3::Bucket
            DeletionPolicy: RetainExceptOnCreate
            UpdateReplacePolicy: Retain
            Properties:
              BucketName: !Sub "trial-logs-${AWS::AccountId}-${AWS::Region}"
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}
              VersioningConfiguration: {Status: Enabled}
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
              OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerEnforced}]}
              LifecycleConfiguration:
                Rules:
                  - Id: keep
                    Status: Enabled
                    NoncurrentVersionExpiration: {NoncurrentDays: 365}
          BucketPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Bucket
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: {Service: cloudtrail.amazonaws.com}
                    Action: s3:GetBucketAcl
                    Resource: !GetAtt Bucket.Arn
                  - Effect: Allow
                    Principal: {Service: cloudtrail.amazonaws.com}
                    Action: s3:PutObject
                    Resource: !Sub "${Bucket.Arn}/AWSLogs/${AWS::AccountId}/*"
                    Condition: {StringEquals: {"s3:x-amz-acl": bucket-owner-full-control}}
          Group:
            Type: AWS::Logs::LogGroup
            DeletionPolicy: RetainExceptOnCreate
            UpdateReplacePolicy: Retain
            Properties: {LogGroupName: trial/cloudtrail, RetentionInDays: 365}
          Role:
            Type: AWS::IAM::Role
            Properties:
              RoleName: trial-role
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - {Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Action: "sts:AssumeRole"}
              Policies:
                - PolicyName: write
                  PolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Action: ["logs:CreateLogStream", "logs:PutLogEvents"]
                        Resource: !Sub "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:trial/cloudtrail:log-stream:${AWS::AccountId}_CloudTrail_${AWS::Region}*"
          Topic:
            Type: AWS::SNS::Topic
            Properties: {TopicName: trial-security}
          TopicPolicy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!Ref Topic]
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: {Service: cloudwatch.amazonaws.com}
                    Action: sns:Publish
                    Resource: !Ref Topic
                    Condition: {StringEquals: {"aws:SourceAccount": !Ref AWS::AccountId}}
          Subscription:
            Type: AWS::SNS::Subscription
            Properties: {TopicArn: !Ref Topic, Protocol: email, Endpoint: aws-security@example.com}
          Filter:
            Type: AWS::Logs::MetricFilter
            Properties:
              FilterName: trial-root
              LogGroupName: !Ref Group
              FilterPattern: '{$.userIdentity.type="Root"}'
              MetricTransformations:
                - {MetricName: root, MetricNamespace: Trial, MetricValue: "1", DefaultValue: 0}
          Alarm:
            Type: AWS::CloudWatch::Alarm
            Properties:
              AlarmName: trial-root
              AlarmActions: [!Ref Topic]
              ComparisonOperator: GreaterThanOrEqualToThreshold
              EvaluationPeriods: 1
              MetricName: root
              Namespace: Trial
              Period: 300
              Statistic: Sum
              Threshold: 1
              TreatMissingData: notBreaching
        Outputs:
          TrailArn: {Value: !GetAtt Trail.Arn}
          TopicArn: {Value: !Ref Topic}
        """;

    /** The trail does not wait for the policy of its bucket, as in many a template. */
    static final String WITHOUT_ORDER = TEXT.replace("    DependsOn: [BucketPolicy]\n", "");
}
