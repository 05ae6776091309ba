package footing.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.aws.Connection;
import footing.aws.survey.Survey;
import footing.aws.survey.SurveyOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** A practice account of which a third of the texts are something else: what nobody should have to see, and anybody can write. */
public final class HostileState {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final List<String> HOSTILE = List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
            "=HYPERLINK(\"http://example.com\")", "\u202Eexe.gpj\u2066", "\u001b[31m\u001b]0;title\u0007", "\u0000",
            "two\r\nlines\u2028and\u0085more", "{label} {{home}} ${aws:SourceArn} #{x}", "%s%n%d",
            "'; DROP TABLE x; --",
            "../../../../etc/passwd", "x".repeat(5_000), "wide 漢字 😀 é", "a,b;c\td", "\\", "-1", "null", " ", "");

    /** What is no text of people's own: what it is changes what the practice account itself does. */
    private static final Set<String> KEPT = Set.of("scenario", "home", "caller", "region", "regions", "support",
            "RegionName",
            "RegionOptStatus");

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

    private HostileState() {
    }

    /** The old account of the scenario {@code inherited}, in a file. */
    public static Path write(Path file, Random random, Clock clock) throws IOException {
        try (
                Connection connection = Practice
                        .open(PracticeOptions.of("inherited").keptIn(file).at(clock))) {
            Survey.run(connection, SurveyOptions.of(connection.home(), clock), (event) -> {
            });
        }
        change(file, random);
        return file;
    }

    /** Changes the texts of a state that stands in a file. */
    public static void change(Path file, Random random) throws IOException {
        JsonNode root = MAPPER.readTree(Files.readString(file));
        change(root.path("account"), random);
        Files.write(file, MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
    }

    private static void change(JsonNode node, Random random) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
                if (!KEPT.contains(entry.getKey())) {
                    if (isText(entry.getValue()) && random.nextInt(3) == 0) {
                        object.put(entry.getKey(), any(random));
                    } else {
                        change(entry.getValue(), random);
                    }
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                if (isText(array.get(at)) && random.nextInt(3) == 0) {
                    array.set(at, any(random));
                } else {
                    change(array.get(at), random);
                }
            }
        }
    }

    private static boolean isText(JsonNode node) {
        return node.isTextual() && !TIME.matcher(node.textValue()).matches();
    }

    private static String any(Random random) {
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }
}
