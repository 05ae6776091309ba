package footing.cli;

import footing.choices.Choices;
import footing.choices.Complaint;
import footing.choices.SamlChoice;
import footing.work.MetadataFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The metadata file of an identity provider that a choices file names. */
final class MetadataInput {

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
        Optional<String> name = saml.flatMap(SamlChoice::metadataFile);
        if (name.isEmpty()) {
            return new Read(choices, List.of());
        }
        Path folder = Optional.ofNullable(from.toAbsolutePath().getParent()).orElse(from.toAbsolutePath());
        MetadataFile file = MetadataFile.read(name.get(), folder, today);
        return new Read(choices.withAccess(choices.access().withSaml(saml.map(file::in))), file.complaints());
    }
}
