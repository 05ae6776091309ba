package footing.choices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Metadata of an identity provider that does not exist; its certificate ends in 2126. */
public final class SamlSamples {

    public static final String TEXT = text();

    private SamlSamples() {
    }

    private static String text() {
        try (
                InputStream stream = Objects
                        .requireNonNull(SamlSamples.class.getResourceAsStream("/footing/choices/saml-metadata.xml"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SamlMetadata metadata() {
        return metadata(TEXT);
    }

    public static SamlMetadata metadata(String text) {
        try {
            return SamlMetadata.parse(text);
        } catch (SamlMetadata.FlawedException e) {
            throw new AssertionError(e);
        }
    }
}
