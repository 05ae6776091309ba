package footing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what is in place to what is seen to work. */
class ProveCommandTest {

    private static final Pattern LINK = Pattern.compile("https://sns\\.\\S+");
    private static final Pattern CODE = Pattern.compile("asked for it: (\\S+)");

    private final Shell shell;
    private final String state;

    ProveCommandTest(@TempDir Path folder) {
        this.shell = new Shell(folder);
        this.state = shell.file("state.json").toString();
        String choices = shell.file("choices.yaml").toString();
        shell.run("plan", "--practice=generated:regions=2", "--practice-state", state, "--write-choices", choices);
        shell.run("apply", "--practice-state", state, "--choices", choices, "--yes");
    }

    private Shell.Result prove(String... arguments) {
        return shell.run(Stream.concat(Stream.of("prove", "--practice-state", state), Arrays.stream(arguments))
                .toArray(String[]::new));
    }

    private List<String> links() {
        return LINK.matcher(prove().out()).results().map(MatchResult::group).toList();
    }

    private void confirmAll() {
        links().forEach((link) -> assertThat(prove("--confirm", link).out()).contains("Confirmed for"));
    }

    /** The code that stands in the mail. */
    private String setOff() {
        Shell.Result result = prove("--test-alarm");
        Matcher code = CODE.matcher(text(result.err()));
        assertThat(code.find()).as(result.err()).isTrue();
        assertThat(text(result.out())).contains("was set off and set back", "footing prove --code CODE --by NAME");
        return code.group(1);
    }

    private static String text(String printed) {
        return printed.replaceAll("\\s+", " ");
    }

    private List<JsonNode> journal() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(shell.file("data"))) {
            for (Path file : files.filter((one) -> one.toString().contains("journal") && Files.isRegularFile(one))
                    .filter((one) -> one.toString().endsWith(".jsonl"))
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    lines.add(new JsonMapper().readTree(line));
                }
            }
        }
        return lines;
    }

    @Test
    void whatWaits_isTold_withTheWay() {
        Shell.Result result = prove();

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(text(result.out())).containsSubsequence("Who is told", "Waits for the link in its mail",
                "footing prove --confirm LINK", "What arrives", "has yet to arrive", "The way to a person",
                "Test alarm", "nobody on the list has confirmed");
    }

    @Test
    void links_confirm_soThatOnlyTheAccountCanEndIt_andTheJournalKeepsNoToken() throws IOException {
        List<String> links = links();
        assertThat(links).isNotEmpty();

        confirmAll();

        assertThat(links()).isEmpty();
        assertThat(text(prove().out())).contains("Confirmed (").doesNotContain("Waits for the link");
        String token = links.getFirst().replaceAll(".*Token=([^&]+).*", "$1");
        assertThat(journal().toString()).contains("\"action\":\"CONFIRM\"").doesNotContain(token);
        assertThat(Files.readString(Path.of(state)).replaceAll("\\s", "")).as("only the account can end it")
                .contains("\"authenticateOnUnsubscribe\":true");
    }

    @Test
    void token_isEnough_withItsTopic() {
        String link = links().getFirst();
        String token = link.replaceAll(".*Token=([^&]+).*", "$1");
        String topic = link.replaceAll(".*TopicArn=([^&]+).*", "$1");

        assertThat(prove("--confirm", token).err()).contains("--topic: name the topic").contains(topic);
        assertThat(prove("--confirm", token, "--topic", topic + "x").err()).contains("is no topic that counts");
        Shell.Result done = prove("--confirm", token, "--topic", topic);
        assertThat(done.out()).as(done.err()).contains("Confirmed for");
    }

    @Test
    void tokenThatAwsRefuses_isToldInWords() {
        String link = links().getFirst().replaceAll("Token=[^&]+", "Token=" + "0".repeat(64));
        Shell.Result result = prove("--confirm", link);

        assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(text(result.err())).contains("Invalid parameter: Token");
    }

    @Test
    void resend_asksAws_forThoseWhoWait() throws IOException {
        assertThat(prove("--resend", "nobody@example.com").err()).contains("'nobody@example.com' waits for no mail");
        String before = Files.readString(Path.of(state));
        Shell.Result result = prove("--resend", "all");

        assertThat(text(result.out())).contains("AWS was asked to send its mail to");
        assertThat(journal().toString()).contains("\"action\":\"RESEND\"");
        assertThat(links()).hasSameSizeAs(LINK.matcher(prove().out()).results().toList());
        assertThat(Files.readString(Path.of(state)).split("\"pending", -1))
                .hasSameSizeAs(before.split("\"pending", -1));
    }

    @Test
    void testAlarm_isProved_byWhoeverReadsTheMail() throws IOException {
        confirmAll();
        assertThat(text(prove().out())).contains("Not tried yet: footing prove --test-alarm");
        Map<String, Long> states = alarmStates();

        String code = setOff();

        assertThat(alarmStates()).isEqualTo(states);
        assertThat(text(prove().out())).contains("was set off 2026-03-01 09:30:00 UTC. Whoever reads the mail types");
        assertThat(text(prove("--code", "AAAA-AA", "--by", "Ada").err())).contains("'AAAA-AA' is not the code");
        Shell.Result typed = prove("--code", code.toLowerCase(java.util.Locale.ROOT), "--by", "Ada");
        assertThat(text(typed.out())).contains("Proved 2026-03-01 09:30:00 UTC: Ada read the mail of footing-");
        assertThat(text(prove("--code", code, "--by", "Ada").err())).contains("is not the code");
        assertThat(journal().stream().filter((line) -> line.toString().contains("SET_ALARM_STATE"))).hasSize(4);
    }

    /** How many alarms are in each state. */
    private Map<String, Long> alarmStates() throws IOException {
        Map<String, Long> states = Pattern.compile("\"(OK|ALARM|INSUFFICIENT_DATA)\"")
                .matcher(Files.readString(Path.of(state)))
                .results()
                .collect(Collectors.groupingBy((one) -> one.group(1), Collectors.counting()));
        assertThat(states).isNotEmpty();
        return states;
    }

    @Test
    void alarm_isSetBack_alsoWhereNobodyKnowsWhetherItWasSetOff() throws IOException {
        confirmAll();
        String faults = Files.writeString(shell.file("faults.yaml"), """
            faults:
              - {call: cloudwatch:SetAlarmState, occurrence: 1, does: lost-answer}
            """).toString();
        Map<String, Long> states = alarmStates();

        Shell.Result result = prove("--test-alarm", "--practice-faults", faults);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.NOT_DONE);
        assertThat(alarmStates()).isEqualTo(states);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--code X|--code and --by go together", "--by Ada|--code and --by go together",
        "--topic x|--topic goes with --confirm", "--test-alarm --resend all|Only one of",
        "--confirm https://example.com/?Token=1|does not lead to Amazon SNS",
        "--confirm hello|is neither a link that begins with https:// nor a token"})
    void wrongUse_isToldBeforeAnythingIsAsked(String arguments, String said) {
        Shell.Result result = prove(arguments.split(" "));

        assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(result.out()).isEmpty();
        assertThat(text(result.err())).contains(said);
    }
}
