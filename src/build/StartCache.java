// Makes the cache from which the program starts in half of the time: the classes of one run, read, linked and
// remembered. A Java takes it only with the very class path, options and jars that it was made with.
//
//   java src/build/StartCache.java JAVA OUTPUT CLASSPATH [OPTION ...]
//
// JAVA is the home of the Java that will start the program; "this" for the one that runs here.

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

static final String ACCOUNT = "123456789012";
static final String KEY = "training";

void main(String[] args) throws Exception {
    if (args.length < 3) {
        System.err.println("Usage: java src/build/StartCache.java JAVA OUTPUT CLASSPATH [OPTION ...]");
        System.exit(2);
    }
    Path java = Path.of(args[0].equals("this") ? System.getProperty("java.home") : args[0], "bin", "java");
    Path output = Path.of(args[1]).toAbsolutePath();
    Path work = Files.createTempDirectory("footing-training");
    KeyStore keys = keys(work.resolve("keys"));
    HttpServer aws = server(keys);
    try {
        var command = new ArrayList<String>(List.of(java.toString()));
        command.addAll(List.of(args).subList(3, args.length));
        command.addAll(List.of("-XX:AOTCacheOutput=" + output, "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-Duser.home=" + work, "-Djavax.net.ssl.trustStore=" + trusting(keys, work.resolve("trusted")), "-cp", args[2], "footing.Training", work.toString()));
        Path log = work.resolve("training.log");
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        var environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("XDG_") || name.equals("JAVA_TOOL_OPTIONS"));
        environment.put("AWS_ENDPOINT_URL", "https://localhost:" + aws.getAddress().getPort());
        environment.put("AWS_ACCESS_KEY_ID", "training");
        environment.put("AWS_SECRET_ACCESS_KEY", "training");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("HOME", work.toString());
        int code = process.start().waitFor();
        if (code != 0 || !Files.exists(output)) {
            System.err.print(Files.readString(log));
            System.err.println("The training run ended with " + code + ": the program will start without a cache.");
            System.exit(1);
        }
    } finally {
        aws.stop(0);
        delete(work);
    }
}

/** A key of the server's own: AWS is asked over TLS, which takes hundreds of classes. */
static KeyStore keys(Path file) throws Exception {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process made = new ProcessBuilder(keytool.toString(), "-genkeypair", "-alias", KEY, "-keyalg", "EC", "-dname", "CN=localhost",
            "-ext", "san=dns:localhost", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", KEY)
            .redirectErrorStream(true).start();
    String said = new String(made.getInputStream().readAllBytes());
    if (made.waitFor() != 0) {
        throw new IOException("keytool: " + said);
    }
    return KeyStore.getInstance(file.toFile(), KEY.toCharArray());
}

/** Whom a Java trusts, and the server of the training: as many certificates are read as in life. */
static Path trusting(KeyStore keys, Path file) throws Exception {
    char[] open = "changeit".toCharArray();
    KeyStore trusted = KeyStore.getInstance(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts").toFile(), open);
    trusted.setCertificateEntry(KEY, keys.getCertificate(KEY));
    try (OutputStream out = Files.newOutputStream(file)) {
        trusted.store(out, open);
    }
    return file;
}

/** Answers whatever is asked in the manner of the protocol that it is asked in, with as good as nothing in it. */
static HttpServer server(KeyStore keys) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, KEY.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("x-amzn-RequestId", "00000000-0000-0000-0000-000000000000");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    });
    server.start();
    return server;
}

record Answer(int status, String body) {
}

static Answer answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher query = Pattern.compile("(?:^|&)Action=(\\w+)").matcher(body);
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (query.find()) {
        String operation = query.group(1);
        String told = TOLD.getOrDefault(operation, "");
        return operation.equals("DescribeStacks") || operation.equals("GetRole")
                ? new Answer(400, "<ErrorResponse><Error><Type>Sender</Type>" + told + "</Error></ErrorResponse>")
                : new Answer(200, "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(operation, told));
    }
    if (target != null) {
        return new Answer(200, TOLD.getOrDefault(target.substring(target.lastIndexOf('.') + 1), "{}"));
    }
    if (exchange.getRequestURI().getPath().equals("/getAlternateContact")) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", "ResourceNotFoundException");
        return new Answer(404, "{\"message\": \"none\"}");
    }
    boolean s3 = exchange.getRequestHeaders().containsKey("x-amz-content-sha256")
            && exchange.getRequestMethod().equals("GET") && body.isEmpty()
            && !exchange.getRequestHeaders().containsKey("Content-Type");
    return new Answer(200, s3 ? "<Answer/>" : "{}");
}

/** What leads to a further question, so that the classes of this one are there as well: by operation. */
static final Map<String, String> TOLD = """
        GetCallerIdentity <Account>ACCOUNT</Account><Arn>arn:aws:iam::ACCOUNT:user/training</Arn><UserId>T</UserId>
        DescribeStacks <Code>ValidationError</Code><Message>Stack does not exist</Message>
        GetRole <Code>NoSuchEntity</Code><Message>none</Message>
        GetAccountSummary <SummaryMap><entry><key>AccountMFAEnabled</key><value>1</value></entry></SummaryMap>
        ListTopics <Topics><member><TopicArn>TOPIC</TopicArn></member></Topics>
        ListSubscriptions <Subscriptions><member><TopicArn>TOPIC</TopicArn><Protocol>email</Protocol><Endpoint>security@example.com</Endpoint><SubscriptionArn>TOPIC:1</SubscriptionArn></member></Subscriptions>
        GetTopicAttributes <Attributes><entry><key>Policy</key><value>{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sns:Publish","Resource":"*","Condition":{"StringEquals":{"AWS:SourceOwner":"ACCOUNT"}}}]}</value></entry></Attributes>
        GetSubscriptionAttributes <Attributes><entry><key>Protocol</key><value>email</value></entry></Attributes>
        DescribeTrails {"trailList":[{"Name":"t","TrailARN":"arn:aws:cloudtrail:us-east-1:ACCOUNT:trail/t","HomeRegion":"us-east-1","IsMultiRegionTrail":true,"IncludeGlobalServiceEvents":true,"S3BucketName":"training","CloudWatchLogsLogGroupArn":"arn:aws:logs:us-east-1:ACCOUNT:log-group:t:*"}]}
        ListTrails {"Trails":[{"Name":"t","TrailARN":"arn:aws:cloudtrail:us-east-1:ACCOUNT:trail/t","HomeRegion":"us-east-1"}]}
        GetTrailStatus {"IsLogging":true,"StartLoggingTime":1700000000,"LatestDeliveryTime":1700000000}
        GetEventSelectors {"EventSelectors":[{"ReadWriteType":"All","IncludeManagementEvents":true}]}
        DescribeLogGroups {"logGroups":[{"logGroupName":"t","retentionInDays":365,"creationTime":1700000000000}]}
        DescribeMetricFilters {"metricFilters":[{"filterName":"f","filterPattern":"{ $.errorCode = \\"*\\" }","metricTransformations":[{"metricName":"m","metricNamespace":"n","metricValue":"1"}]}]}
        DescribeConfigurationRecorders {"ConfigurationRecorders":[{"name":"default","roleARN":"arn:aws:iam::ACCOUNT:role/r","recordingGroup":{"allSupported":true,"includeGlobalResourceTypes":true}}]}
        DescribeConfigurationRecorderStatus {"ConfigurationRecordersStatus":[{"name":"default","recording":true,"lastStartTime":1700000000}]}
        DescribeDeliveryChannels {"DeliveryChannels":[{"name":"default","s3BucketName":"training"}]}
        DescribeDeliveryChannelStatus {"DeliveryChannelsStatus":[{"name":"default","configHistoryDeliveryInfo":{"lastStatus":"SUCCESS","lastSuccessfulTime":1700000001}}]}
        DescribeConfigRules {"ConfigRules":[{"ConfigRuleName":"r","ConfigRuleState":"ACTIVE","Source":{"Owner":"AWS","SourceIdentifier":"CLOUD_TRAIL_ENABLED"}}]}
        DescribeConfigRuleEvaluationStatus {"ConfigRulesEvaluationStatus":[{"ConfigRuleName":"r","LastSuccessfulEvaluationTime":1700000000}]}
        ListRules {"Rules":[{"Name":"r","State":"ENABLED","EventPattern":"{\\"source\\":[\\"aws.config\\"]}"}]}
        ListTargetsByRule {"Targets":[{"Id":"1","Arn":"TOPIC"}]}
        ListInstances {"Instances":[{"InstanceArn":"arn:aws:sso:::instance/i","OwnerAccountId":"ACCOUNT","Status":"ACTIVE"}]}
        DescribeBudgets {"Budgets":[{"BudgetName":"b","BudgetType":"COST","TimeUnit":"MONTHLY","BudgetLimit":{"Amount":"1","Unit":"USD"}}]}
        DescribeBudgetNotificationsForAccount {"BudgetNotificationsForAccount":[{"BudgetName":"b","Notifications":[{"NotificationType":"FORECASTED","ComparisonOperator":"GREATER_THAN","Threshold":100}]}]}
        DescribeSubscribersForNotification {"Subscribers":[{"SubscriptionType":"SNS","Address":"TOPIC"}]}
        """.replace("TOPIC", "arn:aws:sns:us-east-1:ACCOUNT:security").replace("ACCOUNT", ACCOUNT).lines()
        .map(line -> line.split(" ", 2)).collect(Collectors.toMap(words -> words[0], words -> words[1]));

static void delete(Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
        }
    }
}
