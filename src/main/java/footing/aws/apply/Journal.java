package footing.aws.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import footing.aws.Connection;
import footing.file.OwnerOnly;
import footing.plan.ValueJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was written to one account, kept on this machine so that it can be taken back, and so that a run that died can
 * be explained: JSON lines, one file a run, readable by their owner alone, each line on the disk before the next thing
 * happens. The file is made with its first line: a run that writes nothing leaves none.
 */
public final class Journal implements AutoCloseable {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Clock clock;
    private Optional<FileChannel> channel = Optional.empty();
    private Optional<Path> file = Optional.empty();

    private Journal(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Where the journals of what is done through a connection are kept: the practice account is no account of anyone,
     * so that its journals stand apart.
     *
     * @param dataDir the user's folder for what Footing keeps
     */
    public static Path folder(Path dataDir, Connection connection) {
        return connection.practice() ? dataDir.resolve("practice") : dataDir;
    }

    /**
     * A new journal for one run.
     *
     * @param dataDir as {@link #folder} gives it
     */
    public static Journal in(Path dataDir, String account, Clock clock) {
        return new Journal(directory(dataDir, account), clock);
    }

    /** The journals of an account, oldest first. */
    public static List<Path> files(Path dataDir, String account) {
        Path directory = directory(dataDir, account);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter((file) -> file.getFileName().toString().endsWith(".jsonl")).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new JournalException("The journals in " + directory + " cannot be listed", e);
        }
    }

    /**
     * @throws JournalException where the file cannot be read, or a line other than the last is damaged. A last line
     * that was cut off by a crash, in the middle of a character too, is left out: it would begin something that was not
     * begun, or end something that then stands without an end
     */
    public static List<JournalEntry> read(Path file) {
        List<JournalEntry> entries = new ArrayList<>();
        int n = 0;
        for (byte[] line : lines(file)) {
            n++;
            try {
                entries.add(entry(JSON.readTree(line)));
            } catch (IOException | RuntimeException e) {
                throw new JournalException("Line " + n + " of the journal " + file + " is damaged");
            }
        }
        return entries;
    }

    /** The lines that have their end, as bytes: what is no text in one of them is no reason to lose the others. */
    private static List<byte[]> lines(Path file) {
        byte[] all;
        try {
            all = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new JournalException("The journal " + file + " cannot be read", e);
        }
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] == '\n') {
                lines.add(Arrays.copyOfRange(all, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    /**
     * Sees to it, before anything is done, that a journal can be kept.
     *
     * @throws JournalFolderException where it cannot
     */
    public synchronized void check() {
        try {
            OwnerOnly.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "check", ".tmp"));
        } catch (IOException e) {
            throw new JournalFolderException(directory, e);
        }
    }

    /** Where this run is written down, once it has written anything. */
    public synchronized Optional<Path> file() {
        return file;
    }

    /**
     * Returns when the line is on the disk.
     *
     * @throws JournalException where it could not be put there
     */
    public synchronized void write(JournalEntry entry) {
        try {
            FileChannel open = channel.isPresent() ? channel.get() : open();
            write(open, ByteBuffer.wrap((JSON.writeValueAsString(json(entry)) + "\n")
                    .getBytes(StandardCharsets.UTF_8)));
            open.force(true);
        } catch (IOException e) {
            throw new JournalException("The journal in " + directory + " cannot be written", e);
        }
    }

    /** The whole line or nothing of it: the next one must not be glued to a half. */
    private static void write(FileChannel open, ByteBuffer line) throws IOException {
        long before = open.size();
        try {
            while (line.hasRemaining()) {
                open.write(line);
            }
        } catch (IOException full) {
            try {
                open.truncate(before);
            } catch (IOException e) {
                full.addSuppressed(e);
            }
            throw full;
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (IOException e) {
            throw new JournalException("The journal in " + directory + " cannot be closed", e);
        }
    }

    private FileChannel open() throws IOException {
        OwnerOnly.createDirectories(directory);
        String name = NAME.format(clock.instant());
        for (int n = 1;; n++) {
            Path candidate = directory.resolve(n == 1 ? name + ".jsonl" : name + "-" + n + ".jsonl");
            try {
                OwnerOnly.createFile(candidate);
            } catch (FileAlreadyExistsException another) {
                // Another run began in the same second: its journal stays its own.
                continue;
            }
            FileChannel opened = FileChannel.open(candidate,
                    Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND));
            // The name is only as safe as the folder that it stands in.
            OwnerOnly.force(directory);
            if (opened.tryLock() == null) {
                opened.close();
                continue;
            }
            channel = Optional.of(opened);
            file = Optional.of(candidate);
            return opened;
        }
    }

    private static Path directory(Path dataDir, String account) {
        if (!account.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("not an account's id: " + account);
        }
        return dataDir.resolve("journal").resolve(account);
    }

    private static ObjectNode json(JournalEntry entry) {
        ObjectNode line = JSON.createObjectNode();
        line.put("v", VERSION);
        line.put("at", entry.at().toString());
        line.put("kind", word(entry.kind()));
        line.set("subject", ValueJson.write(entry.subject()));
        line.set("before", ValueJson.write(entry.before()));
        line.set("after", ValueJson.write(entry.after()));
        line.put("token", entry.token());
        line.put("outcome", entry.outcome());
        return line;
    }

    private static JournalEntry entry(JsonNode line) {
        if (line.path("v").asInt() != VERSION) {
            throw new IllegalArgumentException("another version");
        }
        return new JournalEntry(Instant.parse(line.path("at").asText()),
                JournalEntry.Kind.valueOf(line.path("kind").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
                ValueJson.read(line.path("subject")), ValueJson.read(line.path("before")),
                ValueJson.read(line.path("after")), line.path("token").asText(), line.path("outcome").asText());
    }

    private static String word(JournalEntry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
