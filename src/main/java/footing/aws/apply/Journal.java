package footing.aws.apply;

import footing.aws.Connection;
import footing.file.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was written to one account, kept on this machine so that it can be taken back, and so that a run that died can
 * be explained: JSON lines, one file a run, readable by their owner alone, each line on the disk before the next thing
 * happens. The file is made with its first line: a run that writes nothing leaves none.
 */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
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
     * Where the journals of what is done through a connection are kept: a practice account is no account of anyone, so
     * that its journals stand apart, and those of each by themselves.
     *
     * @param dataDir the user's folder for what Footing keeps
     */
    public static Path folder(Path dataDir, Connection connection) {
        return connection.practiceId().map((id) -> dataDir.resolve("practice").resolve(id)).orElse(dataDir);
    }

    /**
     * A new journal for one run.
     *
     * @param dataDir as {@link #folder} gives it
     */
    public static Journal in(Path dataDir, String account, Clock clock) {
        return new Journal(directory(dataDir, account), clock);
    }

    /**
     * Whether another run of this machine made a change set, and has ended since, well or by dying: nobody executes it
     * any more. A run that is not known here may live on another machine.
     */
    synchronized boolean isLeftBehind(String changeSet) {
        return JournalFiles.in(directory)
                .stream()
                .filter((one) -> file.filter(one::equals).isEmpty() && JournalFiles.isOver(one))
                .anyMatch((one) -> isMadeIn(one, changeSet));
    }

    private static boolean isMadeIn(Path journal, String changeSet) {
        try {
            return JournalFiles.read(journal).stream().anyMatch((entry) -> Scribe.isMaking(entry, changeSet));
        } catch (JournalException damaged) {
            LOG.warn("{}", damaged.getMessage());
            return false;
        }
    }

    /**
     * Sees to it, before anything is done, that a journal can be kept, and that nobody else keeps one.
     *
     * @throws JournalFolderException where it cannot
     * @throws AnotherRunException where another run of this machine is writing to the account
     */
    public synchronized void check() {
        try {
            OwnerOnly.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "check", ".tmp"));
        } catch (IOException e) {
            throw new JournalFolderException(directory, e);
        }
        checkAlone(file);
    }

    /** Not to be asked without one's own journal, where there is one: looking at it would let go of its lock. */
    private void checkAlone(Optional<Path> own) {
        JournalFiles.in(directory)
                .stream()
                .filter((one) -> own.filter(one::equals).isEmpty() && JournalFiles.isHeld(one))
                .findFirst()
                .ifPresent((other) -> {
                    throw new AnotherRunException(other);
                });
    }

    /** Where this run is written down, once it has written anything. */
    public synchronized Optional<Path> file() {
        return file;
    }

    /**
     * Returns when the line is on the disk.
     *
     * @throws JournalException where it could not be put there
     * @throws AnotherRunException where it would be the first, and another run began at the same time
     */
    public synchronized void write(JournalEntry entry) {
        try {
            FileChannel open = channel.isPresent() ? channel.get() : open();
            write(open, ByteBuffer.wrap(JournalLine.write(entry)));
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
            Path candidate = directory
                    .resolve(n == 1 ? name + JournalFiles.ENDING : name + "-" + n + JournalFiles.ENDING);
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
            try {
                checkAlone(Optional.of(candidate));
            } catch (AnotherRunException atOnce) {
                opened.close();
                Files.delete(candidate);
                throw atOnce;
            }
            channel = Optional.of(opened);
            file = Optional.of(candidate);
            return opened;
        }
    }

    /** The folder in which the journals of an account stand, one file a run. */
    public static Path directory(Path dataDir, String account) {
        if (!account.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("not an account's id: " + account);
        }
        return dataDir.resolve("journal").resolve(account);
    }
}
