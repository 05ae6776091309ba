package footing.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file of lines that is only added to, readable by its owner alone. Each line is on the disk before whoever adds it
 * goes on. What a crash left of a last line, without its end, is none: the next line takes its place.
 *
 * @param path where it is; made, with its folder, by the first line
 */
public record LineFile(Path path) {

    /** Nobody writes so much by hand; whatever is larger is another file. */
    private static final long MOST_BYTES = 8_000_000;

    /** The lock on the file is one of the whole process. */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    /**
     * What a file holds.
     *
     * @param whole the lines that have their end, without it
     * @param torn whether something without an end follows them
     */
    public record Lines(List<byte[]> whole, boolean torn) {
        public Lines {
            whole = List.copyOf(whole);
        }
    }

    /**
     * No line where there is no file yet.
     *
     * @throws IOException where it cannot be read, or is far too large
     */
    public Lines read() throws IOException {
        if (Files.notExists(path)) {
            return new Lines(List.of(), false);
        }
        if (Files.size(path) > MOST_BYTES) {
            throw new IOException("it is far too large");
        }
        byte[] all = Files.readAllBytes(path);
        List<byte[]> whole = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == '\n') {
                whole.add(Arrays.copyOfRange(all, start, at));
                start = at + 1;
            }
        }
        return new Lines(whole, start < all.length);
    }

    /**
     * Adds a line, whole or not at all, whoever else adds one at the same time. Returns when it is on the disk.
     *
     * @param line without its end, and without a line break in it
     * @throws IOException where it could not be put there
     */
    public void add(byte[] line) throws IOException {
        ONE_AT_A_TIME.lock();
        try {
            Path folder = OutputFolder.above(path);
            OwnerOnly.createDirectories(folder);
            create();
            try (
                    FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock _ = file.lock()) {
                long end = endOfLines(file);
                file.truncate(end);
                write(file.position(end), ByteBuffer.wrap(withEnd(line)), end);
                file.force(true);
            }
            // The name is only as safe as the folder that it stands in.
            OwnerOnly.force(folder);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private void create() throws IOException {
        try {
            OwnerOnly.createFile(path);
        } catch (FileAlreadyExistsException before) {
            OwnerOnly.restrict(path);
        }
    }

    private static byte[] withEnd(byte[] line) {
        byte[] whole = Arrays.copyOf(line, line.length + 1);
        whole[line.length] = '\n';
        return whole;
    }

    /** Behind the last line that has its end. */
    private static long endOfLines(FileChannel file) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = file.size(); end > 0; end--) {
            file.read(one.clear(), end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    private static void write(FileChannel file, ByteBuffer line, long before) throws IOException {
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException full) {
            try {
                file.truncate(before);
            } catch (IOException e) {
                full.addSuppressed(e);
            }
            throw full;
        }
    }
}
