package footing.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that somebody wants files left in.
 *
 * @param field the option or the field that names it, for people
 * @param path where it is; made with the first file, where there is a folder to make it in
 */
public record OutputFolder(String field, Path path) {

    /**
     * Sees to it, before anything else is done, that files can be left there. Nothing is touched.
     *
     * @throws FileException where they cannot
     */
    public void check() {
        if (Files.exists(path)) {
            if (!Files.isDirectory(path)) {
                throw new FileException("is-file", field, path);
            }
            writable(path);
            return;
        }
        Path above = above(path);
        if (!Files.isDirectory(above)) {
            throw new FileException("no-parent", field, above);
        }
        writable(above);
    }

    /**
     * A file in it; the folder is there from now on.
     *
     * @throws FileException where the folder cannot be used
     */
    public OutputFile file(String name) {
        check();
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new FileException("not-writable", field, path);
        }
        return OutputFile.of(field, path.resolve(name));
    }

    private void writable(Path folder) {
        if (!Files.isWritable(folder)) {
            throw new FileException("not-writable", field, folder);
        }
    }

    /** The folder that a path stands in. */
    static Path above(Path path) {
        Path absolute = path.toAbsolutePath();
        return Optional.ofNullable(absolute.getParent()).orElse(absolute);
    }
}
