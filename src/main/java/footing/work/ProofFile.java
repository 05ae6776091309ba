package footing.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.account.Region;
import footing.file.LineFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Where an account's test alarms are kept on this machine, a line for each that was set off and for each whose code was
 * typed. No line is ever changed.
 *
 * @param path {@code proofs/123456789012.jsonl}
 */
record ProofFile(Path path) {

    private static final int VERSION = 1;
    private static final String SENT = "sent";
    private static final String TYPED = "typed";
    private static final int LONGEST = 400;
    private static final JsonMapper JSON = new JsonMapper();

    /** @param dataDir as {@link footing.aws.apply.Journal#folder} gives it: practice accounts stand apart */
    static ProofFile of(Path dataDir, String account) {
        if (!account.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("not an account's id: " + account);
        }
        return new ProofFile(dataDir.resolve("proofs").resolve(account + ".jsonl"));
    }

    /**
     * @throws WordsException where the file cannot be read, or a line that has its end is damaged
     */
    Proofs read() {
        try {
            Proofs proofs = Proofs.NONE;
            int number = 0;
            for (byte[] line : new LineFile(path).read().whole()) {
                number++;
                try {
                    proofs = read(JSON.readTree(line), proofs);
                } catch (IOException | RuntimeException e) {
                    throw WordsException.damaged(path, number, e);
                }
            }
            return proofs;
        } catch (IOException e) {
            throw WordsException.unreadable(path, e);
        }
    }

    private static Proofs read(JsonNode line, Proofs before) {
        if (line.path("v").asInt() != VERSION) {
            throw new IllegalArgumentException("another version");
        }
        TestAlarm test = new TestAlarm(text(line, "alarm"), new Region(text(line, "region")), text(line, "code"),
                Instant.parse(text(line, SENT)));
        return switch (text(line, "kind")) {
            case SENT -> before.sent(test);
            case TYPED -> before.proved(new AlarmProof(test, text(line, "by"), Instant.parse(text(line, TYPED))));
            default -> throw new IllegalArgumentException("another kind");
        };
    }

    private static String text(JsonNode line, String name) {
        JsonNode value = line.path(name);
        if (!value.isTextual() || value.textValue().length() > LONGEST) {
            throw new IllegalArgumentException("no " + name);
        }
        return value.textValue();
    }

    /** @throws WordsException where it could not be kept */
    void sent(TestAlarm test) {
        add(line(SENT, test));
    }

    /** @throws WordsException where it could not be kept */
    void typed(AlarmProof proof) {
        add(line(TYPED, proof.test()).put("by", proof.by()).put(TYPED, proof.at().toString()));
    }

    private static ObjectNode line(String kind, TestAlarm test) {
        return JSON.createObjectNode()
                .put("v", VERSION)
                .put("kind", kind)
                .put("alarm", test.alarm())
                .put("region", test.region().id())
                .put("code", test.code())
                .put(SENT, test.sent().toString());
    }

    private void add(ObjectNode line) {
        try {
            new LineFile(path).add(JSON.writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        } catch (IOException e) {
            throw WordsException.notKept(path, e);
        }
    }
}
