package footing.checklist;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The checklist as a PDF: A4, tagged for assistive technology (PDF/UA-1), fit to be archived (PDF/A-2a), its fonts
 * inside. The same checklist gives the same bytes.
 */
public final class ChecklistPdf {

    /** Held, since a level that is set on a logger nobody holds is forgotten. */
    private static final Logger MAKER = Logger.getLogger("com.openhtmltopdf");

    static {
        MAKER.setLevel(Level.WARNING);
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private ChecklistPdf() {
    }

    /**
     * @param out where the file goes; it is not closed
     */
    public static void write(Checklist checklist, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Footing " + checklist.about().version());
        // Nothing is ever fetched, whatever a name in the account looks like.
        builder.useExternalResourceAccessControl((uri, type) -> false,
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((uri, type) -> false,
                ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        fonts(builder);
        builder.withW3cDocument(document(Glyphs.covered(Page.draw(checklist, css(), true))), "");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument pdf = renderer.getPdfDocument()) {
                PdfDates.set(pdf, checklist.about().at());
                pdf.save(out);
            }
        }
    }

    private static String css() {
        return Page.text("page.css") + Page.text("paper.css");
    }

    private static void fonts(PdfRendererBuilder builder) {
        builder.useFont(() -> Page.open("fonts/NotoSans-Regular.ttf"), "Text", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> Page.open("fonts/NotoSans-SemiBold.ttf"), "Text", 600, FontStyle.NORMAL, true);
        builder.useFont(() -> Page.open("fonts/NotoSansMono-SemiCondensed.ttf"), "Mono", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> Page.open("fonts/DroidSansFallback.ttf"), "Fallback", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> Page.open("fonts/shapes.ttf"), "Shapes", 400, FontStyle.NORMAL, true);
    }

    private static Document document(String page) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The page of the checklist is not well-formed: " + e.getMessage(), e);
        }
    }
}
