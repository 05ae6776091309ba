package footing.cli;

import footing.choices.Choices;
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

/** The metadata file of an identity provider that a choices file names. */
final class MetadataInput {

    private static final String FIELD = "access.saml.metadataFile";
    private static final String HOME = "~/";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** Each character takes up to four bytes. */
    private static final long MOST_BYTES = 4L * SamlMetadata.MOST;

    /**
     * The choices with what was read of the file, and with its path from wherever they are read next.
     *
     * @param complaints errors, so that the choices are void, and warnings
     */
    record Read(Choices choices, List<Complaint> complaints) {
    }

    private MetadataInput() {
    }

    /** @param from the choices file, from which a path counts that is not absolute */
    static Read read(Choices choices, Path from, LocalDate today) {
        Optional<SamlChoice> saml = choices.access().saml();
        Optional<String> file = saml.flatMap(SamlChoice::metadataFile);
        if (saml.isEmpty() || file.isEmpty()) {
            return new Read(choices, List.of());
        }
        try {
            Path path = path(from, file.get()).normalize();
            SamlMetadata metadata = SamlMetadata.parse(text(path));
            return new Read(
                    choices.withAccess(choices.access()
                            .withSaml(saml.map((one) -> one.withMetadata(path.toString(), metadata)))),
                    FederationRules.metadata(FIELD, file.get(), metadata, today));
        } catch (IOException | InvalidPathException unreadable) {
            return new Read(choices, FederationRules.unreadable(FIELD, file.get()));
        } catch (SamlMetadata.FlawedException flawed) {
            return new Read(choices, FederationRules.flawed(FIELD, file.get(), flawed.flaw()));
        }
    }

    /** No shell looks into the file, so what a shell would make of the home directory's sign is made of it here. */
    private static Path path(Path from, String file) {
        return file.startsWith(HOME)
                ? Path.of(System.getProperty("user.home"), file.substring(HOME.length()))
                : from.toAbsolutePath().resolveSibling(file);
    }

    private static String text(Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
            throw new IOException(path + " is no file that could be metadata");
        }
        String text = Files.readString(path, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
