package footing.choices;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What an identity provider tells of itself, as SAML 2.0 writes it.
 *
 * @param text the whole of it
 * @param entityId who it is
 * @param validUntil until when it holds, where it says so
 * @param certificateEnds when each certificate ends that it signs with; at least one
 */
public record SamlMetadata(String text, String entityId, Optional<Instant> validUntil,
        List<Instant> certificateEnds) {

    /** What IAM takes, in characters. */
    public static final int LEAST = 1000;
    public static final int MOST = 10_000_000;

    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    public SamlMetadata {
        certificateEnds = List.copyOf(certificateEnds);
    }

    /** Why a text is no such metadata. */
    public enum Flaw {
        SIZE,
        /** Also where it declares a document type, through which it could reach for other files. */
        NOT_XML,
        NO_ENTITY,
        NO_PROVIDER,
        NO_CERTIFICATE,
        BAD_CERTIFICATE,
        BAD_DATE
    }

    /** A text is not what it should be. */
    public static final class FlawedException extends Exception {
        private final Flaw flaw;

        FlawedException(Flaw flaw) {
            super(flaw.name());
            this.flaw = flaw;
        }

        public Flaw flaw() {
            return flaw;
        }
    }

    /** When the last of its certificates ends. */
    public Instant certificateEnd() {
        return certificateEnds.stream().max(Instant::compareTo).orElse(Instant.MIN);
    }

    /** Reads a metadata document. Nothing outside of the text is looked at, whatever the text says. */
    public static SamlMetadata parse(String text) throws FlawedException {
        if (text.length() < LEAST || text.length() > MOST) {
            throw new FlawedException(Flaw.SIZE);
        }
        Element entity = root(text);
        if (!entity.getLocalName().equals("EntityDescriptor") || !SAML.equals(entity.getNamespaceURI())
                || entity.getAttribute("entityID").isBlank()) {
            throw new FlawedException(Flaw.NO_ENTITY);
        }
        Element provider = elements(entity, SAML, "IDPSSODescriptor").findFirst()
                .filter((one) -> elements(one, SAML, "SingleSignOnService").findAny().isPresent())
                .orElseThrow(() -> new FlawedException(Flaw.NO_PROVIDER));
        List<Element> certificates = elements(provider, SAML, "KeyDescriptor")
                .filter((key) -> !key.getAttribute("use").equals("encryption"))
                .flatMap((key) -> elements(key, SIGNATURE, "X509Certificate"))
                .toList();
        if (certificates.isEmpty()) {
            throw new FlawedException(Flaw.NO_CERTIFICATE);
        }
        List<Instant> ends = new ArrayList<>();
        for (Element certificate : certificates) {
            ends.add(end(certificate.getTextContent()));
        }
        return new SamlMetadata(text, entity.getAttribute("entityID"), date(entity.getAttribute("validUntil")), ends);
    }

    private static Element root(String text) throws FlawedException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The usual one writes to standard error.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (SAXException | IOException notXml) {
            throw flawed(Flaw.NOT_XML, notXml);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("Java's own parser has these features", impossible);
        }
    }

    private static Instant end(String base64) throws FlawedException {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return ((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes))).getNotAfter().toInstant();
        } catch (CertificateException | IllegalArgumentException notACertificate) {
            throw flawed(Flaw.BAD_CERTIFICATE, notACertificate);
        }
    }

    private static Optional<Instant> date(String text) throws FlawedException {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notADate) {
            throw flawed(Flaw.BAD_DATE, notADate);
        }
    }

    private static FlawedException flawed(Flaw flaw, Exception cause) {
        FlawedException flawed = new FlawedException(flaw);
        flawed.initCause(cause);
        return flawed;
    }

    private static Stream<Element> elements(Element in, String namespace, String name) {
        NodeList list = in.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, list.getLength()).mapToObj((at) -> (Element) list.item(at));
    }
}
