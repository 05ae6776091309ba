package footing.work;

import footing.choices.Complaint;
import footing.choices.FederationRules;
import footing.choices.SamlChoice;
import footing.choices.SamlMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The metadata file of an identity provider that people name.
 *
 * @param path where it is, from wherever it is read next; as it was named where nothing could be read
 * @param metadata what it holds; empty where it is none, or cannot be read
 * @param complaints what is wrong with it, or odd, at {@link #FIELD}
 */
public record MetadataFile(String path, Optional<SamlMetadata> metadata, List<Complaint> complaints) {

    /** Where choices name the file. */
    public static final String FIELD = "access.saml.metadataFile";

    private static final String HOME = "~/";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** Each character takes up to four bytes. */
    private static final long MOST_BYTES = 4L * SamlMetadata.MOST;

    public MetadataFile {
        complaints = List.copyOf(complaints);
    }

    /**
     * Reads it. It takes time, and never throws for what the file is.
     *
     * @param folder from which a path counts that is not absolute
     * @param today the day on which it is chosen
     */
    public static MetadataFile read(String name, Path folder, LocalDate today) {
        try {
            Path path = absolute(name, folder);
            SamlMetadata metadata = SamlMetadata.parse(text(path));
            return new MetadataFile(path.toString(), Optional.of(metadata),
                    FederationRules.metadata(FIELD, name, metadata, today));
        } catch (IOException | InvalidPathException unreadable) {
            return unreadable(name, folder);
        } catch (SamlMetadata.FlawedException flawed) {
            return new MetadataFile(name, Optional.empty(), FederationRules.flawed(FIELD, name, flawed.flaw()));
        }
    }

    /** Nothing could be read of it. */
    public static MetadataFile unreadable(String name, Path folder) {
        return new MetadataFile(name, Optional.empty(), FederationRules.unreadable(FIELD, name, folder.toString()));
    }

    /** The choice with what was read; as it is where that is nothing. */
    public SamlChoice in(SamlChoice choice) {
        return metadata.map((read) -> choice.withMetadata(path, read)).orElse(choice);
    }

    /**
     * The file's path, from wherever it is named. No shell looks into a choices file, so what a shell would make of the
     * home directory's sign is made of it here.
     *
     * @throws InvalidPathException where it can be none
     */
    private static Path absolute(String name, Path folder) {
        return (name.startsWith(HOME)
                ? Path.of(System.getProperty("user.home"), name.substring(HOME.length()))
                : folder.resolve(name)).toAbsolutePath().normalize();
    }

    private static String text(Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
            throw new IOException(path + " is no file that could be metadata");
        }
        String text = Files.readString(path, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
