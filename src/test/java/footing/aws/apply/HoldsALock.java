package footing.aws.apply;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process that holds the lock of a file until nobody wants it to: begun by a test, and told so by its input. */
final class HoldsALock implements AutoCloseable {

    private final Process process;

    private HoldsALock(Process process) {
        this.process = process;
    }

    public static void main(String[] file) throws IOException {
        try (
                FileChannel channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            System.out.println(lock.isValid());
            System.in.read();
        }
    }

    /** Returns once the lock is held. */
    static HoldsALock of(Path file) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classes = Path.of(HoldsALock.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
        Process process = new ProcessBuilder(java.toString(), "-cp", classes, HoldsALock.class.getName(),
                file.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        if (!"true".equals(process.inputReader().readLine())) {
            throw new IOException("the lock of " + file + " was not got");
        }
        return new HoldsALock(process);
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.onExit().join();
    }
}
