package footing.work;

import footing.choices.ItemId;
import footing.file.LineFile;
import footing.file.LineFile.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where people's words for one account are kept on this machine: a line for each time that somebody gave theirs or took
 * it back. No line is ever changed, so that the file tells who said what, and when; the last line of an item counts. It
 * stands beside the folder of the journals and not in it, where every such file is the journal of a run.
 *
 * @param path {@code attestations/123456789012.jsonl}
 */
record WordFile(Path path) {

    /** @param dataDir as {@link footing.aws.apply.Journal#folder} gives it: practice accounts stand apart */
    static WordFile of(Path dataDir, String account) {
        if (!account.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("not an account's id: " + account);
        }
        return new WordFile(dataDir.resolve("attestations").resolve(account + ".jsonl"));
    }

    /**
     * @throws WordsException where the file cannot be read, or a line that has its end is damaged
     */
    KeptWords read() {
        Lines lines;
        try {
            lines = new LineFile(path).read();
        } catch (IOException e) {
            throw WordsException.unreadable(path, e);
        }
        Map<ItemId, WordEntry> latest = new EnumMap<>(ItemId.class);
        int number = 0;
        for (byte[] line : lines.whole()) {
            number++;
            try {
                WordEntry entry = WordLine.read(line);
                latest.put(entry.item(), entry);
            } catch (IOException | RuntimeException e) {
                throw WordsException.damaged(path, number, e);
            }
        }
        return new KeptWords(latest, lines.torn());
    }

    /**
     * Returns when it is on the disk.
     *
     * @return what is kept now
     * @throws WordsException where it could not be kept, or where what is there cannot be read: nothing is added to it
     */
    KeptWords add(WordEntry entry) {
        KeptWords before = read();
        try {
            new LineFile(path).add(WordLine.write(entry));
        } catch (IOException e) {
            throw WordsException.notKept(path, e);
        }
        return new KeptWords(before.latest(), false).and(entry);
    }
}
