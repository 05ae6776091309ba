// Makes the cache from which the program starts in half of the time: the classes of one run, read, linked and
// remembered. A Java takes it only with the very class path, options and jars that it was made with.
//
//   java src/build/StartCache.java JAVA OUTPUT CLASSPATH [OPTION ...]
//
// JAVA is the home of the Java that will start the program; "this" for the one that runs here.

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

static final String ACCOUNT = "123456789012";

void main(String[] args) throws Exception {
    if (args.length < 3) {
        System.err.println("Usage: java src/build/StartCache.java JAVA OUTPUT CLASSPATH [OPTION ...]");
        System.exit(2);
    }
    Path java = Path.of(args[0].equals("this") ? System.getProperty("java.home") : args[0], "bin", "java");
    Path output = Path.of(args[1]).toAbsolutePath();
    Path work = Files.createTempDirectory("footing-training");
    HttpServer aws = server();
    try {
        var command = new ArrayList<String>(List.of(java.toString()));
        command.addAll(List.of(args).subList(3, args.length));
        command.addAll(List.of("-XX:AOTCacheOutput=" + output, "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-Duser.home=" + work, "-cp", args[2], "footing.Training", work.toString()));
        Path log = work.resolve("training.log");
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        var environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("XDG_") || name.equals("JAVA_TOOL_OPTIONS"));
        environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + aws.getAddress().getPort());
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

/** Answers whatever is asked in the manner of the protocol that it is asked in, with as good as nothing in it. */
static HttpServer server() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> {
        try (exchange) {
            byte[] answer = answer(exchange).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("x-amzn-RequestId", "00000000-0000-0000-0000-000000000000");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    });
    server.start();
    return server;
}

static String answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher query = Pattern.compile("(?:^|&)Action=(\\w+)").matcher(body);
    if (!query.find()) {
        boolean s3 = exchange.getRequestHeaders().containsKey("x-amz-content-sha256")
                && exchange.getRequestMethod().equals("GET") && body.isEmpty();
        return s3 && !exchange.getRequestHeaders().containsKey("Content-Type") ? "<Answer/>" : "{}";
    }
    String operation = query.group(1);
    String inside = operation.equals("GetCallerIdentity")
            ? "<Account>" + ACCOUNT + "</Account><Arn>arn:aws:iam::" + ACCOUNT + ":user/training</Arn><UserId>T</UserId>"
            : "";
    return "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(operation, inside);
}

static void delete(Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
        }
    }
}
