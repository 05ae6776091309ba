package footing.aws.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journals of earlier runs, and of those that are under way, as they are read. */
public final class JournalFiles {

    private static final Logger LOG = LoggerFactory.getLogger(JournalFiles.class);

    static final String ENDING = ".jsonl";

    /** By the second in which a run began; of those of one second the later ones have a number. */
    private static final Comparator<Path> OLDEST_FIRST = Comparator
            .comparing((Path file) -> file.getFileName().toString().split("[-.]", 2)[0])
            .thenComparing((file) -> file.getFileName().toString().length())
            .thenComparing(Comparator.naturalOrder());

    private JournalFiles() {
    }

    /**
     * The journals of an account, oldest first.
     *
     * @param dataDir as {@link Journal#folder} gives it
     */
    public static List<Path> of(Path dataDir, String account) {
        return in(Journal.directory(dataDir, account));
    }

    /**
     * The last run that wrote to an account, or would have, as far as this machine knows. One that only asked what would
     * be done, and came to its end, is none.
     *
     * @param dataDir as {@link Journal#folder} gives it
     * @throws JournalException where its journal cannot be read
     */
    public static Optional<EarlierRun> last(Path dataDir, String account) {
        return of(dataDir, account).reversed()
                .stream()
                .map(EarlierRun::read)
                .flatMap(Optional::stream)
                .filter((run) -> !run.onlyAsked())
                .findFirst();
    }

    static List<Path> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter((file) -> file.getFileName().toString().endsWith(ENDING))
                    .sorted(OLDEST_FIRST)
                    .toList();
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
                entries.add(JournalLine.read(line));
            } catch (IOException | RuntimeException e) {
                throw new JournalException("Line " + n + " of the journal " + file + " is damaged");
            }
        }
        return entries;
    }

    /**
     * Whether nobody writes to a journal any more: its run has ended, or died. A run holds the lock of its journal as
     * long as it lives. Not to be asked by a run of its own journal: looking would let go of the lock.
     */
    static boolean isOver(Path file) {
        // Where it cannot be told, a run that may live is taken for one that does.
        return held(file).filter((held) -> !held).isPresent();
    }

    /** Whether a run that lives writes to a journal. One that cannot be opened tells nothing. */
    static boolean isHeld(Path file) {
        return held(file).orElse(false);
    }

    /** Whether somebody holds the lock of a journal; empty where it cannot be told. */
    private static Optional<Boolean> held(Path file) {
        try (
                FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return Optional.of(lock == null);
        } catch (OverlappingFileLockException ofThisProcess) {
            return Optional.of(true);
        } catch (IOException unknown) {
            LOG.warn("Whether a run writes to {} cannot be told: {}", file, unknown.getMessage());
            return Optional.empty();
        }
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
}
